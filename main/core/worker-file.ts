/** Where the program of a worker thread is: beside its source when run from the sources, else beside the bundle. */
export const workerFile = (name: string): URL =>
  import.meta.url.endsWith('.ts') ? new URL(`./${name}.ts`, import.meta.url) : new URL(`./${name}.js`, import.meta.url)
