/**
 * The door between the window and the program: decides for each call whether the caller may call, whether the name
 * exists, who answers, and turns whatever goes wrong into a reply. Never throws.
 */
import { type CheckedRequest, CONTRACT, type CoreName, type Name, type ReplyOf, type ShellName } from '#shared/contract/contract.ts'
import type { AnyReply } from '#shared/contract/link.ts'
import { InputError } from '#shared/text/errors.ts'
import { type Caller, refusal } from './caller-policy.ts'

/** One answer for each name that the shell answers itself; it gets the checked request. */
export type ShellAnswers = { [N in ShellName]: (request: CheckedRequest<N>) => ReplyOf<N> | Promise<ReplyOf<N>> }
export type Door = (caller: Caller, name: unknown, request: unknown) => Promise<AnyReply>

const no = (code: Extract<AnyReply, { ok: false }>['error']['code'], detail: string): AnyReply => ({ ok: false, error: { code, detail } })

const isName = (name: unknown): name is Name => typeof name === 'string' && Object.hasOwn(CONTRACT, name)
const isShellName = (name: Name): name is ShellName => CONTRACT[name].kind === 'shell'

/** Makes the door. `core` forwards a call to the core process, whose dispatcher checks the request. */
export function createDoor(answers: ShellAnswers, core: (name: CoreName, request: unknown) => Promise<AnyReply>): Door {
  return async (caller, name, request) => {
    const refused = refusal(caller)
    if (refused !== '') return no('refused', refused)
    if (!isName(name)) return no('unknown-name', `there is no call named ${String(name).slice(0, 100)}`)
    if (!isShellName(name)) return core(name, request)
    const checked = CONTRACT[name].request.safeParse(request)
    if (!checked.success) return no('malformed', checked.error.issues.map((issue) => `${issue.path.join('.') || 'request'}: ${issue.message}`).join('; '))
    try {
      const answer = answers[name] as (request: unknown) => unknown
      return { ok: true, value: await answer(checked.data) }
    } catch (error) {
      return error instanceof InputError ? no(error.code, error.detail) : no('failed', error instanceof Error ? error.message : String(error))
    }
  }
}
