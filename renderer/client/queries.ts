/** Questions and acts over the contract as React hooks. The network is never consulted, so nothing waits for it. */
import { keepPreviousData, QueryClient, type UseMutationResult, type UseQueryResult, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
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

type Page = { rows: readonly unknown[]; total: number }
/** Names that answer a long list page by page. */
type PagedName = { [N in Name]: ReplyOf<N> extends Page ? (RequestOf<N> extends { offset?: number } ? N : never) : never }[Name]

type RowOf<N extends Name> = ReplyOf<N> extends { rows: (infer R)[] } ? R : never

/** A long list, read page by page as `more` is called; the answer last shown stays until the first page of the next is here. */
export function usePages<N extends PagedName>(name: N, request: Omit<RequestOf<N>, 'limit' | 'offset'>) {
  const found = useInfiniteQuery<ReplyOf<N>, CallError, { pages: ReplyOf<N>[] }, unknown[], number>({
    queryKey: [name, 'pages', request],
    queryFn: ({ pageParam }) => call(name, { ...request, offset: pageParam } as RequestOf<N>),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const read = pages.reduce((sum, page) => sum + page.rows.length, 0)
      return last.rows.length > 0 && read < last.total ? read : undefined
    },
    placeholderData: keepPreviousData as never,
  })
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = found
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const rows = useMemo(() => (data?.pages ?? []).flatMap((page): readonly unknown[] => page.rows) as RowOf<N>[], [data])
  return { newest: data?.pages.at(-1), rows, total: data?.pages.at(-1)?.total ?? 0, error, again: () => void refetch(), more }
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
