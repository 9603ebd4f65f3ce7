/** The type of the map from contract names to use cases. Each file beside this one answers the names of one subject. */
import type { CheckedRequest, CoreName, ReplyOf } from '#shared/contract/contract.ts'

export type Handlers = { [N in CoreName]: (request: CheckedRequest<N>) => ReplyOf<N> | Promise<ReplyOf<N>> }
export type HandlersFor<Subject extends string> = Pick<Handlers, Extract<CoreName, `${Subject}:${string}`>>
