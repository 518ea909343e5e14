/** `npm start`: serve, on the settings of the environment (see server/env.ts). */
await import('#server/main.ts')
