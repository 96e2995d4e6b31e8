import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Job } from '../../src/serve/index.ts';
import { get, post, send } from './api.ts';
import type { Dropped } from './dropped.ts';

const jobsKey = ['jobs'] as const;

/** Long work, the latest first; kept up to date by what the desk says. */
export const useJobs = (): readonly Job[] => {
  const client = useQueryClient();
  const { data } = useQuery({ queryKey: jobsKey, queryFn: () => get<{ readonly items: readonly Job[] }>('/jobs') });
  useEffect(() => {
    const again = (): void => void client.invalidateQueries({ queryKey: jobsKey });
    window.addEventListener('desk:job', again);
    return () => window.removeEventListener('desk:job', again);
  }, [client]);
  return data?.items ?? [];
};

/** Hands files over to be read into the case. @throws ApiFailure */
export const addDocuments = (files: readonly Dropped[]): Promise<Job> => {
  const body = new FormData();
  for (const { name, file } of files) body.append('files', file, name);
  return send<Job>('/documents', body);
};

export const stopJob = (id: string): Promise<Job> => post<Job>(`/jobs/${id}/stop`, {});
