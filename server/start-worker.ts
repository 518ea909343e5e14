import { Worker, type WorkerOptions } from 'node:worker_threads'

/**
 * Start a worker from a module in TypeScript. A worker does not inherit the loader for it: it is
 * registered again before the first import.
 */
export const startWorker = (module: URL, options: WorkerOptions): Worker =>
  new Worker(
    `import('tsx/esm/api').then(({ register }) => {
      register()
      return import(${JSON.stringify(module.href)})
    })`,
    { ...options, eval: true },
  )
