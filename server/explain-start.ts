import { EmbeddedError } from '#db/embedded-binaries.ts'
import { MigrationError, NewerSchemaError } from '#db/migrate.ts'
import { EnvError } from './env.ts'

/** How a start that failed ends (promises c.5): in use 2, database newer 3, migration failed 4, settings 78. */
export interface FailedStart {
  readonly lines: readonly string[]
  readonly code: number
}

/**
 * Say in a line or two why the program could not start, and what to do.
 * @param databaseUrl - as given, to name the database by; its password is never shown
 */
export function explainStart(error: unknown, databaseUrl: string | undefined): FailedStart {
  if (error instanceof EnvError) return { lines: error.lines, code: 78 }
  if (error instanceof EmbeddedError) return { lines: [error.message], code: error.inUse ? 2 : 1 }
  if (error instanceof NewerSchemaError) return { lines: [error.message], code: 3 }
  if (error instanceof MigrationError)
    return {
      lines: [`${error.message}. Nothing of it was kept; start again once it is mended.`],
      code: 4,
    }
  const known = error instanceof Error ? explainSystem(error, databaseUrl) : undefined
  if (known !== undefined) return { lines: [known], code: 1 }
  return {
    lines: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    code: 1,
  }
}

function explainSystem(error: Error, databaseUrl: string | undefined): string | undefined {
  const { code, syscall, address, port } = error as NodeJS.ErrnoException & {
    address?: string
    port?: number
  }
  if (code === 'EADDRINUSE')
    return `Port ${port} of ${address} is in use. Set PORT to another one, or to 0 for any free one.`
  if (code === 'EACCES' && syscall === 'listen')
    return `Port ${port} of ${address} is not ours to use. Set PORT to one from 1024.`
  if (code === 'EADDRNOTAVAIL' || (syscall === 'getaddrinfo' && databaseUrl === undefined))
    return `HOST is not an address of this machine: ${error.message}.`
  if (
    databaseUrl !== undefined &&
    (syscall === 'connect' || syscall === 'getaddrinfo' || isRefusal(code))
  )
    return `The database at ${withoutPassword(databaseUrl)} cannot be used: ${error.message || code}.`
  if (code === 'EACCES' || code === 'EROFS' || code === 'ENOSPC')
    return `${error.message}. Set DATA_DIR to a folder we can write.`
  return undefined
}

/** SQLSTATE of a server that will not have us: no such user, database, password, or too many of us. */
const isRefusal = (code: string | undefined): boolean => /^(28|3D|53|57)/.test(code ?? '')

const withoutPassword = (url: string): string => url.replace(/(\/\/[^:/@]*):[^@]*@/, '$1@')
