import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App, ConfigProvider } from 'antd';
import type { Session } from '../../api/answers.js';
import type { Change, Evaluation, FieldValue, Sheet } from '../../api/evaluation-answers.js';
import type { components } from '../../api/schema.js';
import { sessionQuery } from '../../session/session.js';
import { beginToSpeak } from '../../texts/language.js';
import { same, valueAt, withValues } from './fields.js';
import { catalogueQuery, evaluationQuery } from './queries.js';
import { SaveState } from './save-state.js';
import { SheetTab } from './sheet-tab.js';
import { useDraft } from './use-draft.js';

const ID = 'e1';
const HEAD = ['unitName', 'phone', 'preparer', 'selfScore', 'selfGrade', 'preparedOn', 'sealed'];

const CATALOGUE: components['schemas']['CatalogueAnswer'] = {
  head: HEAD,
  figures: [
    { id: 'BUD.BASIC', label: '年初基本支出', unit: '万元', parent: null, by: 'unit' },
    { id: 'BUD.BASIC.STAFF', label: '人员经费', unit: '万元', parent: 'BUD.BASIC', by: 'unit' },
    { id: 'STAFF.ACTUAL', label: '在职人数', unit: '人', parent: null, by: 'unit' },
  ],
  sections: [
    { id: 'duties', label: '主要职责、工作任务及目标' },
    { id: 'problems', label: '存在的问题及原因分析' },
  ],
};

const SESSION: Session = {
  accountId: 'a1',
  personId: 'p1',
  name: '吴经办',
  login: 'wu',
  grants: [],
  memberOf: [],
  next: 'work',
  secondFactor: 'free',
  factors: [],
  freshSeconds: 0,
};

const EVALUATION: Omit<Evaluation, 'sheet' | 'streamVersion'> = {
  id: ID,
  stage: 'DRAFT',
  version: 0,
  contentHash: '',
  task: {
    campaignId: 'c',
    unitId: 'u',
    unitName: '会同县工伤保险服务中心',
    departmentId: 'd',
    fiscalYear: 2021,
    kind: 'whole-unit',
    dueAt: '2022-05-31T16:00:00.000Z',
  },
  returned: [],
  score: null,
  findings: [],
  review: { assignment: 'open', blind: false, gates: ['finance'], gateOrder: 'parallel', second: 'overall' },
  passes: [],
  assigned: [],
  missing: [],
  recused: [],
  checkedBy: null,
  participants: [],
  names: {},
  myRoles: ['unit-preparer'],
  actions: [{ action: 'EditDraft', allowed: true }],
};

/** What the network carries of one sheet: each batch that was sent, and how it is answered. */
class Network {
  readonly batches: Change[][] = [];
  readonly headers: Headers[] = [];
  streamVersion = 3;
  /** False: nothing answers. */
  reachable = true;
  #held: Promise<void> = Promise.resolve();

  constructor(
    public sheet: Sheet,
    private readonly told: Partial<Evaluation>,
  ) {}

  /** Answers wait until the function that it returns is called. */
  hold(): () => void {
    let letGo = (): void => undefined;
    this.#held = new Promise((resolve) => (letGo = resolve));
    return letGo;
  }

  /** Somebody else at the same sheet. */
  write(path: string, value: FieldValue | null): void {
    this.sheet = withValues(this.sheet, [[path, value]]);
    this.streamVersion += 1;
  }

  readonly fetch = async (request: Request): Promise<Response> => {
    if (!this.reachable) throw new TypeError('Failed to fetch');
    if (request.method === 'GET') return Response.json(this.evaluation());
    const { changes } = (await request.json()) as { changes: Change[] };
    this.batches.push(changes);
    this.headers.push(request.headers);
    await this.#held;
    // As the log has it: who wants what stands there already is in nobody's way.
    const lost = changes.filter(({ path, before, after }) => {
      const stands = valueAt(this.sheet, path);
      return !same(stands, before) && !same(stands, after);
    });
    if (lost.length > 0) {
      const conflicts = lost.map(({ path }) => ({ pointer: path, current: valueAt(this.sheet, path) }));
      const problem = { title: '冲突', status: 409, code: 'draft.field-conflict', detail: '同一栏已被修改', conflicts };
      return Response.json(problem, { status: 409 });
    }
    for (const { path, after } of changes) this.write(path, after);
    return Response.json({ version: this.streamVersion, position: 9 });
  };

  evaluation(): Evaluation {
    return { ...EVALUATION, ...this.told, sheet: this.sheet, streamVersion: this.streamVersion };
  }
}

/** The sheet on a desk: the parts of the page that write and save, on the network that the test plays. */
export class Desk {
  readonly hands = userEvent.setup();

  private constructor(
    readonly network: Network,
    private readonly queries: QueryClient,
  ) {}

  static async with(given: Partial<Sheet>, told: Partial<Evaluation> = {}): Promise<Desk> {
    await beginToSpeak();
    const blank: Sheet = { head: {}, figures: {}, indicators: {}, sections: {}, answers: {} };
    const network = new Network({ ...blank, ...given }, told);
    globalThis.fetch = network.fetch as typeof fetch;
    const queries = new QueryClient({
      defaultOptions: { queries: { retry: false, networkMode: 'always', gcTime: 0 } },
    });
    queries.setQueryData(sessionQuery.queryKey, SESSION);
    queries.setQueryData(catalogueQuery.queryKey, CATALOGUE);
    queries.setQueryData(evaluationQuery(ID).queryKey, network.evaluation());
    const desk = new Desk(network, queries);
    desk.open();
    return desk;
  }

  open(): void {
    render(
      <ConfigProvider button={{ autoInsertSpace: false }}>
        <App>
          <QueryClientProvider client={this.queries}>
            <Open />
          </QueryClientProvider>
        </App>
      </ConfigProvider>,
    );
  }

  /** The window is closed; what the browser keeps stays. */
  close(): void {
    cleanup();
  }

  field(name: string | RegExp): HTMLInputElement {
    return screen.getByLabelText<HTMLInputElement>(name);
  }

  get state(): string | undefined {
    return document.querySelector<HTMLElement>('.save-state')?.dataset.state;
  }
}

function Open() {
  const { data } = useQuery(evaluationQuery(ID));
  return data ? <OneSheet evaluation={data} /> : null;
}

const NO_LABELS: ReadonlyMap<string, string> = new Map();

function OneSheet({ evaluation }: { readonly evaluation: Evaluation }) {
  const editing = useDraft(evaluation);
  const editable = evaluation.actions.some(({ action }) => action === 'EditDraft');
  return (
    <>
      <SaveState editing={editing} />
      <SheetTab {...{ evaluation, editing, editable }} labels={NO_LABELS} catalogue={CATALOGUE} />
    </>
  );
}
