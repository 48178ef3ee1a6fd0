# Greffier with its production dependencies, compiled. Runs as a user without rights on a read-only root: what outlives a
# restart is in /data. tools/try-dockerfile.js carries these lines out in a plain folder, where there is no Docker.
FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund
COPY bin bin
COPY src src
COPY corpus corpus
COPY intents intents
COPY manifest.json LICENSE ./
# The first question compiles the program and keeps what it has read of lexicon, intents and places.
RUN node bin/greffier.js ask "quel département a créé des télécentres ?"

FROM node:22-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=build /app /app
RUN mkdir -p /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Room for what answers leave behind, so that the collector interrupts fewer of them (docs/BENCHMARKS.md).
ENTRYPOINT ["node", "--max-semi-space-size=64", "--heap-growing-percent=200", "--no-memory-reducer", "/app/bin/greffier.js"]
CMD ["serve"]
