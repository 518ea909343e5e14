import { parseArgs } from 'node:util'
import { findSigningKey } from '#server/actions/publish-checkpoint.ts'
import { type Verified, verifyHistory } from '#server/actions/verify-history.ts'
import {
  type NamedKey,
  type SignedCheckpoint,
  isSignedBy,
  publicKeyOf,
} from '#server/domain/checkpoint.ts'
import type { FaultNote } from '#server/domain/history-faults.ts'
import { parseEnv } from '#server/env.ts'
import { explainStart } from '#server/explain-start.ts'
import { openDatabase } from '#server/open-database.ts'
import { Unusable, readCheckpoints, readKeys } from './verify/given.ts'
import { verifyProof } from './verify/proof.ts'

/**
 * `npm run verify`: is the history what it was? Checks every entry, every hash and every captured text of
 * the database, or with `--proof` of an exported proof, which needs no database.
 */

const USAGE = `Use: npm run verify -- [--checkpoint FILE]...
or:  npm run verify -- --proof FILE [--checkpoint FILE]... [--key FILE]
Checkpoints are kept from /history/checkpoint, proofs from /t/TOPIC/history/proof.json, keys from /history/key.`

/** More lines than these help nobody; the last line counts them all. */
const MOST_LINES = 1000

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

const gone = (n: number): string => (n === 0 ? '' : `, ${n.toLocaleString('en-GB')} erased`)

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const tell = (line: string): void => void process.stderr.write(`${line}\n`)

/** A checkpoint that the key's holder did not sign proves nothing. */
function checkSignatures(
  checkpoints: readonly SignedCheckpoint[],
  keyFor: (checkpoint: SignedCheckpoint) => NamedKey | undefined,
  note: FaultNote,
): void {
  for (const checkpoint of checkpoints) {
    const key = keyFor(checkpoint)
    if (key !== undefined && isSignedBy(checkpoint, key)) continue
    const says = 'the signature of this checkpoint is not by this key.'
    note({ topic: checkpoint.origin, seq: checkpoint.size, says })
  }
}

async function verifyDatabase(
  checkpoints: readonly SignedCheckpoint[],
  note: FaultNote,
): Promise<Verified> {
  const settings = parseEnv(process.env)
  const { db, close } = await openDatabase({ settings, onProgress: tell, deadlines: false })
  try {
    if (checkpoints.length > 0) {
      const key = await findSigningKey(db)
      checkSignatures(checkpoints, ({ origin }) => publicKeyOf(key, origin), note)
    }
    return await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (trx) => await verifyHistory(trx, checkpoints, note))
  } finally {
    await close()
  }
}

interface Given {
  readonly proof?: string | undefined
  readonly checkpoint?: string[] | undefined
  readonly key?: string | undefined
}

async function verifyGiven(given: Given, note: FaultNote): Promise<string> {
  const checkpoints = await readCheckpoints(given.checkpoint ?? [])
  const kept = checkpoints.length === 0 ? '' : `, ${count(checkpoints.length, 'checkpoint')}`
  if (given.proof === undefined) {
    const { topics, entries, captures, erased } = await verifyDatabase(checkpoints, note)
    return `${count(entries, 'entry', 'entries')} of ${count(topics, 'topic')} and ${count(captures, 'captured text')}${gone(erased)}${kept}`
  }
  const keys = given.key === undefined ? [] : await readKeys(given.key)
  const { entries, erased, own } = await verifyProof(given.proof, checkpoints, note)
  const signed = [...checkpoints, own]
  if (keys.length === 0) tell('Signatures are not checked: give the key with --key FILE.')
  else checkSignatures(signed, ({ origin }) => keys.find((k) => k.name === origin), note)
  return `${count(entries, 'entry', 'entries')} of the proof${gone(erased)}${kept}`
}

function parseGiven(args: readonly string[]): Given | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        checkpoint: { type: 'string', multiple: true },
        proof: { type: 'string' },
        key: { type: 'string' },
      },
    })
    return values.key !== undefined && values.proof === undefined ? undefined : values
  } catch {
    return undefined
  }
}

async function main(args: readonly string[]): Promise<number> {
  const given = parseGiven(args)
  if (given === undefined) {
    tell(USAGE)
    return 64
  }
  let faults = 0
  try {
    const counts = await verifyGiven(given, ({ topic, says }) => {
      if (++faults <= MOST_LINES) say(`${topic}, ${says}`)
    })
    if (faults > MOST_LINES) say(`… and ${faults - MOST_LINES} more.`)
    say(`${counts}: ${faults === 0 ? 'all as they were recorded' : count(faults, 'fault')}.`)
    return faults === 0 ? 0 : 1
  } catch (error) {
    const lines =
      error instanceof Unusable
        ? [error.message]
        : explainStart(error, process.env['DATABASE_URL']).lines
    for (const line of lines) tell(line)
    return 1
  }
}

process.exitCode = await main(process.argv.slice(2))
