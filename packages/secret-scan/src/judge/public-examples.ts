// Secrets that public documentation prints, by the SHA-256 of the value: none of them opens anything. Each with its source.

export const publicExamples: ReadonlySet<string> = new Set([
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
]);
