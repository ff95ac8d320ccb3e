// Secrets that public documentation prints, by the SHA-256 of the value: none of them opens anything. Each with its source.

export const publicExamples: ReadonlySet<string> = new Set([
  // https://github.com/hashicorp/vagrant/tree/main/keys: the insecure pairs of every base box, their bodies' first 200 units
  "2437369b895f83e04dbfb2c0a4457e8e132578aac7587f675860cace7b9e7fd1",
  "0e9911927726164a0c0c348ae7da0fb264a0198abb77a1f83b32d55696b674ad",
  // AWS documentation: access key id
  "1a5d44a2dca19669d72edf4c4f1c27c4c1ca4b4408fbb17f6ce4ad452d78ddb3",
  // AWS documentation: secret access key
  "78314b11be2e581549ac1c4f616563fad3fdf0c3b71678f6e2299182080e0598",
  // Stripe documentation
  "2cafc0970149a84f3b9e62eaf169f36f59907a3b3e31f7b82e68c69cd27f7326",
  // Stripe documentation
  "f2d6ca16515033e5dce14eba840b979d27b5cbae24bb3e5bf484339667f86397",
  // jwt.io
  "7f75367e7881255134e1375e723d1dea8ad5f6a4fdb79d938df1f1754a830606",
  // jwt.io
  "c794fa6d20c64efb9adf980ae93af472a1679775862d421ffe55d4a57fad5b3e",
  // Azurite, Azure storage emulator
  "0011cc25eb4320717494d2703e8cba85743e71b500283c21c8b88147992f9059",
  // Azurite, Azure storage emulator
  "900e6c2bf8ce6c14dbfdcbd6d7402e8fadd53c5464b0ffae66dce9ac06c0e061",
  // Azure Cosmos DB emulator
  "aa6547439583c3a275d4542a0df6c1ad6a863971be9f2a2220f027cc02aef615",
  // FastAPI documentation: JWT secret
  "570dad43de1af4c925f92c16a68a50936da42b7dd6fdeb24850507a1199aac89",
  // Flask documentation: SECRET_KEY
  "2598f7d6adc142d88161630f3db12ab2bd3403521c281811e5e1ce60d4ac5d76",
  // Flask documentation: SECRET_KEY
  "9cb335cb7b5fb805934637d85c4f57c695baac019c0a57ceffd0afe43144c9cb",
  // Google reCAPTCHA test key
  "03b970ed8171d73b58bbc9a5c72e3e4eec28503b56b3bb400a0801857dd45614",
  // Google reCAPTCHA test secret
  "f5e95c9954635b65acab57e6d5ea663eb900f06dc8794a90358f5abb1c77d4e0",
  // Cloudflare Turnstile test secret
  "fb8f35129df87662c650ada12fd614f1b58dce4a37fdd7589ba3a6b9a78c0aae",
  // MinIO documentation: the key of play.min.io, which is open to all
  "1bbb9293c38acc5e510d904495845d532df64a9e5996b2ec7c86cc2e2ac33b5a",
  // The same, its secret
  "df452eef23e8cf2c74af54c0c7419c05a5ec70ef4d5c2eb04082b02af8c55598",
  // docs.drone.io, installation of a server: DRONE_RPC_SECRET
  "ed88c8d13a0a7cf52123ed7119189e57c067af4742b6aa97e9cc473935eec0b9",
  // Telegram Bot API documentation
  "0b5dd075ccdd03c42f4edda8e299e6838e2a75d3486a2a8d86940ed1541e9178",
  // Telegram Bot API documentation
  "731fa294d036e54f19df879bfcd4fe72d967dc6327800c5f74a48414a3f258c9",
  // GitHub documentation
  "7e498f91828a193cac5ecbe78ab47c6cae601d6d9edc40c59310c0e305db85ea",
  // GitHub documentation
  "3543c50b0cb9cea8e55eb1f529b79f043cb250d485fde7b66cabbb5183add7da",
  // GitHub documentation
  "bc3ae723f57c6b9e3fd80b699fcc420f6074b0b1718039669d22631d508ac0a7",
  // GitHub documentation
  "82e74299544e00738f9c0acb69b1eb348b3e20ffcfabcb34779bd37590fead6c",
  // common in tutorials
  "04d8347f93cf8ec5aaacd14c38196d6dbc8899e279db87d8406f08456897ea0c",
  // FastAPI documentation: a password hash
  "c619f68ae680853c32ab214ffce7855989392800d3ef173270a67e160c5b3470",
  // common in tutorials: a password hash
  "43146bac4dc2683a34eb7b736b954076336afde410b0ccdd3b636857d747f7d8",
  // common in tutorials: a password hash
  "86ed473c3eb1cd813968a9caf4f540757d62cad826600b4b1f772b8e417f542c",
  // RFC 5849 (OAuth 1.0), section 1.2
  "293257ab6495ebb11cf9e4aee0686ca30df8de2ab8d251f2cbbcf177bdfcae91",
  // RFC 5849 (OAuth 1.0), section 1.2
  "cb87c87e4a138d9a72259d2a01bab15623c9846e568c1509b287721645a6ea53",
  // RFC 5849 (OAuth 1.0), section 1.2
  "4c20e6f5cc11b93731e74cbe20739821d61c3563c9f50ecb884a27cd369f01fb",
  // RFC 5849 (OAuth 1.0), section 1.2
  "6aa14267d94944e6b6483c81f5ad37f87bbc7e88aa368d4aba1e71e0b79cd8c4",
  // RFC 5849 (OAuth 1.0), section 1.2
  "bb9b1163338b2a51495834ad5c65420443d6327381cf0f94ebf92b117f209d72",
  // RFC 5849 (OAuth 1.0), section 1.2
  "649e1f5c769e718ba10d1a702a36499a731441d960b06da91c4c97786bf84595",
  // RFC 5849 (OAuth 1.0), section 3.1
  "80f8b7c904d4a43f3b7036db73247daafe15b3f647b337d19031ff67b7c1a177",
  // RFC 5849 (OAuth 1.0), section 3.1
  "2ff8b0fb93aca981c78f1e94355c298c23435461f1072ef4674848e620371787",
  // RFC 5849 (OAuth 1.0), section 3.1
  "c20fbc2b96183894fb46187909d02afbef5b1b56398ece2a653745dbfb407553",
  // RFC 5849 (OAuth 1.0), section 3.1
  "b87dad10a32a2d81aa2e36e31e258b36ac0c3b07d1c1d5837185e206e17e3a06",
  // RFC 6749 (OAuth 2.0), sections 4 and 5
  "ed8462e1cfbe0f3a5cd09f77c657b5207d2916d22df6b242e73fe3a83321944c",
  // RFC 6749 (OAuth 2.0), sections 4 and 5
  "ca7459e2b26776de081b9a07e40227fd6cff232a1e3233ff6b6aa6d036ca9981",
  // RFC 6749 (OAuth 2.0), sections 4 and 5
  "584b27d64ebc1b3341f7fc9a9c3f1a54422e9a1ca3079fd5531d9f489219f8d0",
  // RFC 6749 (OAuth 2.0), sections 4 and 5
  "6c96130f130ab0d6d158397e24d2bcc1c9a5e73ae081f6e983f1c7b545d24a4c",
  // RFC 6749 (OAuth 2.0), sections 4 and 5
  "00cf4c781dc37003f7c7dd7d4c9a6ef1e0f4c62d9a291aa8bc398774e3fefd32",
  // RFC 6749 (OAuth 2.0), sections 4 and 5
  "a35b81a7d7927b70ec99270dd2362b88580a28574af812f2c02f56469579186f",
  // RFC 6749 (OAuth 2.0), sections 4 and 5
  "2c31d647d56670580effa322c4e0d2612e333bedb4331f09352828e4e3cef66d",
  // RFC 6749 (OAuth 2.0), sections 4 and 5
  "53f5da0aaa93d64cd5772c554cbf940f0539e689dddbeb8f923eec3f72c02ea9",
  // RFC 6749 (OAuth 2.0), sections 4 and 5
  "e9974c507d2a802143f614c878fcbb622a3800e05e6e0d329fee2c5b6b243329",
  // RFC 6749 (OAuth 2.0), sections 4 and 5
  "b8e148545b13c78bc74da2f1a7275dd71e56ddece129d7d2f7b3ecc06f7994da",
  // RFC 7520 (cookbook of JOSE), section 5.6
  "8580dd90707d8c5158d6cb777938febb4f6f4567809b698aa4b293826709aa46",
  // RFC 7520 (cookbook of JOSE), section 5.7
  "fde65288758ade656d00d03a11dee9d4df0835b5950fdea8e1186c2fe1dd8fa7",
  // RFC 7520 (cookbook of JOSE), section 5.8
  "c10838189a432c839e70d3cbe43c097c51ceb86c787caa91daea524faef8485e",
  // RFC 7009, section 2.1
  "ea9bdfd02c0c412c8cc36ba67f6c17f9b314b2c518e63ff3776077d68245736d",
  // OpenID Connect Core 1.0, sections 3 and 12
  "ad71fb4165536675d80a8bbfe957697e4b9e17b35d5500406abc219705337107",
  // OpenID Connect Core 1.0, sections 3 and 12
  "9e309cccd311ea64d04133daf7760f71f38a566db7aa98b71e043ede9325680f",
  // OpenID Connect Core 1.0, sections 3 and 12
  "e860b4729694b4c9d4d166c6af1786d0d520b6986da75aed61a5781327daae1d",
  // RFC 7591 and 7592 (dynamic registration)
  "90fd21a668f4b1211fbcb4f6d06d3694660f9fe2e54272d5e1e9fb2d311fb0f9",
  // RFC 7591 and 7592 (dynamic registration)
  "79498a1f00674029303fa4023590bc5a33ef9fcf26952aeb5c2902d85f4d8aef",
  // RFC 7591 and 7592 (dynamic registration)
  "5d461d812fae8b3f4ae2c445c61322a429ef0c1ed9b1e25d7f753574d1cba870",
  // RFC 8628 (device grant)
  "cfee8a24c17aef53d02974ae20701541f9c4551db1d4052c7c796f0b9d2f6b7f",
  // Slack documentation: oauth.v2.access
  "2ddc147f3a3b5a1722b8ed6be3c45c49a7156b17fca5d11410137a6d04def6eb",
  // Slack documentation: oauth.v2.access
  "0d7e920845ed342366272f0820bd896fce97ab221706b36b402b2a5173683ea7",
]);
