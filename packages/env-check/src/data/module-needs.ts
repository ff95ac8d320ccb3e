// Modules that import what their own distribution does not bring: whoever imports them needs that too, beside it.
// HOST@VERSION, in whose wheel the module stands, the module, then the imports of which any will do.
const table = `
apispec@6.10.1 apispec.ext.marshmallow marshmallow
factory_boy@3.3.3 factory.alchemy sqlalchemy
factory_boy@3.3.3 factory.django django
fastapi@0.165.0 fastapi.testclient httpx httpx2
hypothesis@6.170.17 hypothesis.extra.dateutil dateutil
hypothesis@6.170.17 hypothesis.extra.django django
hypothesis@6.170.17 hypothesis.extra.lark lark
hypothesis@6.170.17 hypothesis.extra.numpy numpy
hypothesis@6.170.17 hypothesis.extra.pandas pandas
hypothesis@6.170.17 hypothesis.extra.pytz pytz
hypothesis@6.170.17 hypothesis.extra.redis redis
starlette@1.10.0 starlette.middleware.sessions itsdangerous
starlette@1.10.0 starlette.testclient httpx httpx2
structlog@26.1.0 structlog.twisted twisted
`;

/** By module, the imports of which any will do. */
export const moduleNeeds: ReadonlyMap<string, readonly string[]> = new Map(
  table
    .trim()
    .split("\n")
    .map((row) => {
      const [, module = "", ...needs] = row.split(" ");
      return [module, needs] as const;
    }),
);
