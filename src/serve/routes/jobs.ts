import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { BackchannelError } from '../../model/index.ts';
import { answers, give, newApi } from '../api.ts';
import type { Desk } from '../desk.ts';
import { Job } from '../job.ts';
import { errorBody, notFound } from '../serve-error.ts';

/** Of all that is dropped at once. A folder that is larger is read with `backchannel read`. */
const MOST_BYTES = 256 * 1024 ** 2;

const addRoute = createRoute({
  method: 'post',
  path: '/documents',
  summary: 'Add documents: the files are read into the case as a job',
  request: {
    body: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: z.object({
            files: z
              .union([z.any(), z.array(z.any())])
              .describe('One or more files; what they are called there is part of their path in the case'),
          }),
        },
      },
    },
  },
  responses: answers(Job, 'The job, which has just begun'),
});

const jobsRoute = createRoute({
  method: 'get',
  path: '/jobs',
  summary: 'Long work since the desk was opened, the latest first',
  responses: answers(z.object({ items: z.array(Job) }), 'Jobs'),
});

const jobRoute = createRoute({
  method: 'get',
  path: '/jobs/{id}',
  summary: 'How far a job is, and what came of it',
  request: { params: z.object({ id: z.string() }) },
  responses: answers(Job, 'The job'),
});

const stopRoute = createRoute({
  method: 'post',
  path: '/jobs/{id}/stop',
  summary: 'Stop a job in good order: what was read is kept',
  request: { params: z.object({ id: z.string() }) },
  responses: answers(Job, 'The job as it stands'),
});

export const jobRoutes = (desk: Desk): OpenAPIHono => {
  const api = newApi();
  const jobOf = (id: string): Job => {
    const job = desk.jobs.job(id);
    if (job === null) throw notFound('a job', id);
    return job;
  };
  api.use(
    '/documents',
    bodyLimit({
      maxSize: MOST_BYTES,
      onError: (context) =>
        context.json(
          errorBody(
            'serve/too-large',
            `Expected at most ${MOST_BYTES / 1024 ** 2} MB at once, found more.`,
            'Drop fewer files, or add the folder with: backchannel read FOLDER --case FILE',
          ),
          413,
        ),
    }),
  );
  api.openapi(addRoute, async (context) => {
    const { files } = await context.req.parseBody({ all: true });
    const dropped = (Array.isArray(files) ? files : [files]).filter((file) => file instanceof File);
    if (dropped.length === 0)
      throw new BackchannelError('serve/no-files', 'Expected files under the name "files", found none.', {
        next: 'Drop documents on the page: text, pages, PDF, Word, mail, transcripts, tables, archives of them.',
      });
    const read = await Promise.all(
      dropped.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
    return give<Job>(context, desk.jobs.read(read, desk.by));
  });
  api.openapi(jobsRoute, (context) => give(context, { items: desk.jobs.all() }));
  api.openapi(jobRoute, (context) => give<Job>(context, jobOf(context.req.valid('param').id)));
  api.openapi(stopRoute, (context) => {
    const job = jobOf(context.req.valid('param').id);
    desk.jobs.stop(job.id);
    return give<Job>(context, job);
  });
  return api;
};
