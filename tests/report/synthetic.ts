/** Data of reports that no extraction made: large ones, and ones with whatever text. */
import type { DocumentText, Place, Report, Task } from '../../src/report/data.js';

/** A report of one document with the given text, one task and places. */
export function reportOf(text: string, places: Place[], task: Partial<Task> = {}, title = '测试文件'): Report {
  const document: DocumentText = { text, places, values: [{ name: 'documents.title', text: title, place: null }] };
  const whole: Task = {
    id: 'synthetic:t1',
    document: 0,
    seq: 1,
    ordinal: '1',
    title: null,
    body: text.slice(0, 100),
    path: [],
    duties: [],
    deadlineText: null,
    deadlineKind: null,
    dueOn: null,
    deadlines: [],
    targets: [],
    measures: [],
    place: 0,
    titlePlace: null,
    bodyPlace: 0,
    deadlinePlace: null,
    ...task,
  };
  return {
    index: {
      version: '0.0.0',
      hasContacts: false,
      documents: [
        {
          id: 'synthetic',
          source: 'synthetic.txt',
          title,
          number: null,
          issuer: null,
          issuedOn: null,
          jurisdiction: null,
          length: text.length,
        },
      ],
      tasks: [whole],
      units: [],
      findings: [],
    },
    texts: [document],
  };
}

const BODIES = ['发改委', '财政局', '教育局', '民政局', '住建局', '水利局', '数据局', '应急局'];
const WORK = ['改造老旧小区', '共享政务数据', '检查防汛设施', '抽检食品', '养护道路', '培训养老护理员'];

/** A document of marker blocks with `tasks` tasks, in an invented city. */
export function largeDocument(number: number, tasks: number): string {
  const body = (i: number) => `市${BODIES[i % BODIES.length]}`;
  const items = Array.from({ length: tasks }, (_, k) => {
    const i = k + number * 7;
    return [
      `${k + 1}.${WORK[i % WORK.length]}。第${number + 1}批第${k + 1}项，年内完成率达到${80 + (i % 20)}%以上。`,
      `牵头单位：${body(i)}`,
      `责任单位：${body(i + 1)}、${body(i + 3)}`,
      `完成时限：${2023 + (i % 2)}年${1 + (i % 12)}月底前`,
      '',
    ].join('\n');
  });
  return [
    `望川市人民政府办公室关于印发望川市第${number + 1}批重点任务的通知`,
    '',
    `望政办发〔2023〕${number + 1}号`,
    '',
    '一、重点任务',
    '',
    ...items,
  ].join('\n');
}
