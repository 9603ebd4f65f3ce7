/** Questions and acts over the contract as React hooks. The network is never consulted, so nothing waits for it. */
import { keepPreviousData, QueryClient, type UseMutationResult, type UseQueryResult, useMutation, useQuery } from '@tanstack/react-query'
import type { Name, ReplyOf, RequestOf } from '#shared/contract/contract.ts'
import { type CallError, call } from './bridge.ts'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, staleTime: 15_000 },
    mutations: { networkMode: 'always', retry: false },
  },
})

type AskOptions = { enabled?: boolean; keep?: boolean; staleTime?: number }

/** The answer to one question, cached under its name and request. `keep` shows the last answer until the next one is here. */
export function useAnswer<N extends Name>(name: N, request: RequestOf<N>, options: AskOptions = {}): UseQueryResult<ReplyOf<N>, CallError> {
  return useQuery<ReplyOf<N>, CallError>({
    queryKey: [name, request],
    queryFn: () => call(name, request),
    enabled: options.enabled ?? true,
    ...(options.staleTime === undefined ? {} : { staleTime: options.staleTime }),
    ...(options.keep ? { placeholderData: keepPreviousData as never } : {}),
  })
}

/** An act that changes something; afterwards the named questions are asked again. */
export function useAct<N extends Name>(name: N, again: readonly Name[] = []): UseMutationResult<ReplyOf<N>, CallError, RequestOf<N>> {
  return useMutation<ReplyOf<N>, CallError, RequestOf<N>>({
    mutationFn: (request) => call(name, request),
    onSuccess: () => askAgain(...again),
  })
}

/** Marks the cached answers of these names as old; those on screen are asked again at once. */
export function askAgain(...names: Name[]): void {
  for (const name of names) void queryClient.invalidateQueries({ queryKey: [name] })
}
