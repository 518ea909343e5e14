import type { MiddlewareHandler } from 'hono'
import type { z } from 'zod'
import { Refusal } from '#server/domain/errors.ts'
import type { FieldErrors, FieldValues } from '#views/shared/fields.tsx'
import type { AppContext, AppEnv } from './context.ts'
import { type Form, readForm } from './form.ts'
import { problemOf, respondProblem, wantsJson } from './problem.tsx'
import { brokenText } from './text.ts'

/** A form that was refused: what was typed, and one list of messages for each field ('' is the form). */
export interface Rejected {
  readonly values: FieldValues
  readonly errors: FieldErrors
}

/** Answers with the same form, filled again, and status 422. */
export type Again = (rejected: Rejected, c: AppContext) => Response | Promise<Response>

type Checked<Where extends string, Schema extends z.ZodType> = MiddlewareHandler<
  AppEnv,
  string,
  { in: Record<Where, z.input<Schema>>; out: Record<Where, z.output<Schema>> }
>

/**
 * Check the parts of an address. They come from our own links, so a bad one is a 404, not a form to fix.
 * @throws {Refusal} not-found
 */
export const validAddress =
  <Schema extends z.ZodType>(schema: Schema): Checked<'param', Schema> =>
  async (c, next) => {
    const parsed = await schema.safeParseAsync(c.req.param())
    if (!parsed.success) throw new Refusal('not-found')
    c.req.addValidatedData('param', parsed.data as object)
    await next()
  }

/**
 * Check the query. Names the schema does not know are ignored: links get decorated by others.
 * Fields whose schema is an array collect every value; of others the last counts.
 * @throws {Refusal} bad-query with the first message
 */
export const validQuery =
  <Schema extends z.ZodObject>(schema: Schema): Checked<'query', Schema> =>
  async (c, next) => {
    const sent = c.req.queries()
    const values: Record<string, unknown> = {}
    for (const [name, type] of Object.entries(schema.shape)) {
      const all = sent[name]
      if (all !== undefined) values[name] = isList(type as z.ZodType) ? all : all.at(-1)
    }
    const parsed = await schema.safeParseAsync(values)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      const detail = issue === undefined ? undefined : `${issue.path.join('.')}: ${issue.message}`
      throw new Refusal('bad-query', detail === undefined ? {} : { detail })
    }
    c.req.addValidatedData('query', parsed.data)
    await next()
  }

/**
 * Check a submitted form. Unknown fields, and several values for a field that holds one, are errors
 * too: nobody's form of ours sends them. `csrf` is the shell's and never reaches the schema.
 * @param again - answers 422 with the same form; JSON clients get problem details instead
 */
export const validForm =
  <Schema extends z.ZodObject>(schema: Schema, again: Again): Checked<'form', Schema> =>
  async (c, next) => {
    const form = await readForm(c)
    const { values, errors } = collect(schema, form)
    const parsed = await schema.safeParseAsync(values)
    if (!parsed.success) {
      for (const issue of parsed.error.issues) {
        const name = String(issue.path[0] ?? '')
        // Where the bytes were broken, that is what to fix; anything else said of it would mislead.
        if (!form.broken.has(name)) (errors[name] ??= []).push(issue.message)
      }
    }
    if (Object.keys(errors).length > 0)
      return await reject({ values: valuesOf(form), errors }, again, c)
    c.req.addValidatedData('form', parsed.data as object)
    return await next()
  }

/** Answer a form that cannot be taken: the form again for people, problem details for JSON clients. */
export async function reject(rejected: Rejected, again: Again, c: AppContext): Promise<Response> {
  if (!wantsJson(c)) return await again(rejected, c)
  const [field = '', messages] = Object.entries(rejected.errors)[0] ?? []
  const detail = field === '' ? messages?.[0] : `${field}: ${messages?.[0]}`
  return await respondProblem(c, {
    ...problemOf(new Refusal('bad-input')),
    code: 'invalid',
    status: 422,
    says: 'Some fields need fixing.',
    detail,
  })
}

function collect(schema: z.ZodObject, form: Form) {
  const values: Record<string, unknown> = {}
  const errors: Record<string, string[]> = Object.create(null) as Record<string, string[]>
  const refuse = (name: string, message: string) => (errors[name] ??= []).push(message)
  for (const [name, sent] of form.fields) {
    if (name === 'csrf') continue
    if (!Object.hasOwn(schema.shape, name)) refuse('', `This form has no field “${shown(name)}”.`)
    else if (isList(schema.shape[name] as z.ZodType)) values[name] = sent
    else if (sent.length > 1)
      refuse(name, `“${name}” was sent ${sent.length} times; it holds one value.`)
    else values[name] = sent[0]
  }
  for (const [name, files] of form.files) {
    if (!Object.hasOwn(schema.shape, name)) refuse('', `This form has no field “${shown(name)}”.`)
    else values[name] = files[0]
  }
  for (const [name, at] of form.broken)
    refuse(Object.hasOwn(schema.shape, name) ? name : '', brokenText('This field', at).message)
  return { values, errors }
}

const shown = (name: string): string => (name.length > 40 ? `${name.slice(0, 40)}…` : name)

const valuesOf = (form: Form): FieldValues => new Map(form.fields)

/** Does this schema, under its wrappings, hold a list? */
function isList(schema: z.ZodType): boolean {
  const def = schema.def as { type: string; innerType?: z.ZodType; in?: z.ZodType }
  if (def.type === 'array') return true
  const inner = def.innerType ?? def.in
  return inner !== undefined && isList(inner)
}
