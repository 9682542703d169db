# Builds with everything, runs with what is needed, as a user that owns nothing but its data.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Without tools/node: the image has a Node of its own.
RUN npm ci --workspaces=false --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY src src
COPY web web
COPY examples examples
RUN npm run compile && npm prune --workspaces=false --no-audit --no-fund --omit=dev

FROM node:24.21.0-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE ./
# The article that "seed" loads.
COPY seed seed
# Asked once after the start, so that a database under Java has them planned.
COPY examples examples
# What fact-checkers' labels mean, for ClaimReview, and the predicates of a new store.
COPY vocabulary vocabulary
# The store and the tokens: ./data is where both are by default.
RUN mkdir -m 0700 data && chown node:node data
# The image's own user "node", by number, so that a host can check it.
USER 1000:1000
VOLUME /app/data
EXPOSE 4000
# Every command of claimgraph is one of the image: docker run … claimgraph check
ENTRYPOINT ["node", "/app/dist/main.js"]
CMD ["serve"]
