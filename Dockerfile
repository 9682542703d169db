# Builds with everything, runs with what is needed, as a user that owns nothing but its data.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY src src
COPY web web
COPY examples examples
RUN npm run build && npm prune --no-audit --no-fund --omit=dev --omit=optional

FROM node:24.21.0-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json ./
COPY seed seed
# Asked once after the start, so that a database under Java has them planned.
COPY examples examples
RUN mkdir data && chown node:node data
# The image's own user "node", by number, so that a host can check it.
USER 1000:1000
VOLUME /app/data
EXPOSE 4000
CMD ["node", "dist/main.js", "serve", "--seed"]
