FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force && mkdir /data && chown node /data
COPY --from=build /app/dist dist
# not for the installation, which needs more
ENV NODE_OPTIONS="--max-old-space-size=400 --max-semi-space-size=8"
USER node
EXPOSE 3000
CMD ["node", "dist/api/apps/api/src/main.js"]
