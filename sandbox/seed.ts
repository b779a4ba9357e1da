import type { JsonObject } from '../schemas/json.ts';
import { applicableAssets, type Catalogue } from './catalogue.ts';
import { type StoredJob, storedJob, type User } from './job/fields.ts';

/** The person whom the sandbox's sign-in lets in. */
export const SANDBOX_USER: User = { id: 'c4c71f94-4ef6-7e6f-8260-11704fa58172', name: 'sandbox' };

/** The person who, on demand, changes jobs behind one's back. */
export const SOMEBODY_ELSE: User = { id: '568be9b8-cbbb-47bf-8132-e4f3c2c46e6c', name: 'somebody.else' };

/** Assets, tags and patches with readable names; the ids of the release notes' samples are among them. */
export const CATALOGUE: Catalogue = {
  customerId: 'bc023fd7-4290-f28f-8181-95a46f519f52',
  tags: [
    { id: 'f81f37b3-a32b-4aa0-a428-12cad6e37db1', name: 'Finance laptops' },
    { id: '1de6c626-de40-4dee-81f8-ae022cd9726a', name: 'Do not patch' },
    { id: '0a4c6f2e-51b7-4b0d-9a55-6f0f3f6e1c01', name: 'Web servers' },
    { id: '2b7d91c4-8e3a-4f7c-b1de-93c4a7d05e02', name: 'Database servers' },
    { id: '6c1f0b8d-3d52-4e9b-8f46-d2b95a7c4e03', name: 'Pilot group' },
  ],
  assets: [
    linux('d543e2a2-3860-461f-bd59-d718c31d2344', 'web-01.example.com', '0a4c6f2e-51b7-4b0d-9a55-6f0f3f6e1c01'),
    linux('7f0d3a16-22c9-4d2b-9e0a-58b1c64f7a11', 'web-02.example.com', '0a4c6f2e-51b7-4b0d-9a55-6f0f3f6e1c01'),
    linux('91e5b7c8-60fd-4a3e-a7b2-0c9d2e8f5b12', 'db-01.example.com', '2b7d91c4-8e3a-4f7c-b1de-93c4a7d05e02'),
    windows(
      'ac66e55a-efc6-4a8d-9f61-00d871572b96',
      'FIN-LAPTOP-07',
      'f81f37b3-a32b-4aa0-a428-12cad6e37db1',
      '1de6c626-de40-4dee-81f8-ae022cd9726a',
    ),
    windows('94c0bc01-3b1b-4b4b-84a0-b9fe3c9aebb0', 'FIN-LAPTOP-12', 'f81f37b3-a32b-4aa0-a428-12cad6e37db1'),
    windows('3d8a4c97-5b1e-4c60-8d7f-1e9a6b2c0d13', 'PILOT-PC-01', '6c1f0b8d-3d52-4e9b-8f46-d2b95a7c4e03'),
  ],
  patches: [
    windowsPatch('b7a1f3c2-4d5e-4f60-9a7b-8c9d0e1f2a01', 'Cumulative Update for Windows 11 24H2', 'KB5048667', true),
    windowsPatch('b7a1f3c2-4d5e-4f60-9a7b-8c9d0e1f2a02', 'Update for .NET Framework 4.8.1', 'KB5045993', true),
    windowsPatch('b7a1f3c2-4d5e-4f60-9a7b-8c9d0e1f2a03', 'Update for Microsoft Defender', 'KB4052623', false),
    linuxPatch('b7a1f3c2-4d5e-4f60-9a7b-8c9d0e1f2a04', 'openssl security update'),
    linuxPatch('b7a1f3c2-4d5e-4f60-9a7b-8c9d0e1f2a05', 'kernel security update'),
  ],
};

/** The jobs that a new sandbox holds: the samples' parent with its children, and enough others for a second page. */
export function seedJobs(): StoredJob[] {
  const jobs = OTHER_JOBS.map((body, index) =>
    seedJob(`5eed0000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`, body),
  );
  return [parentJob(), ...jobs];
}

const PARENT_ID = '5b0fd130-52c8-473c-96b1-8f10ea7d4c13';
const PARENT_ACTION_ID = '07eed865-d8e2-4cba-9c2a-27eeeef0598a';
const SEEDED = new Date(1727276515619);

/** The job that the Windows samples are chained to: its name, state, action and date are those of their answers. */
function parentJob(): StoredJob {
  const body = {
    name: 'only pre post',
    platform: 'Windows',
    type: 'Install',
    scheduleType: 'On-demand',
    status: 'Prepared',
  };
  return {
    ...seedJob(PARENT_ID, body),
    postDeployActions: [
      {
        actionId: PARENT_ACTION_ID,
        action: 'Run Script',
        actionType: 'postdeploy',
        params: { actionItem: 'post', timeout: 180 },
        script: Buffer.from('Write-Output "post"\n').toString('base64'),
        scriptType: 'ps',
        actionLinkedToJob: false,
      },
    ],
  };
}

const chained = {
  linkedJobId: PARENT_ID,
  chainedJobRule: [
    {
      field: 'postDeployAction',
      actionIds: [PARENT_ACTION_ID],
      threshold: 80,
      condition: 'Post Actions were successfully executed',
    },
  ],
};
const windowsJob = { platform: 'Windows', type: 'Install', timeout: 6, timeoutUnit: 'HOURS' };
const linuxJob = { platform: 'Linux', type: 'Install', timeout: 4, timeoutUnit: 'HOURS' };
const atTen = { startDateTime: '2026-01-05 10:00:00 PM', timezone: 'Europe/Berlin', recurring: true };

const OTHER_JOBS: readonly JsonObject[] = [
  { ...windowsJob, ...chained, name: 'Browsers after only pre post', scheduleType: 'On-demand' },
  { ...windowsJob, ...chained, name: 'Office after only pre post', scheduleType: 'On-demand' },
  {
    ...windowsJob,
    ...atTen,
    name: 'Finance laptops, weekly',
    assetTagIds: ['f81f37b3-a32b-4aa0-a428-12cad6e37db1'],
    scheduleType: 'Weekly',
    recurringWeekDays: '0,1,0,0,0,1,0',
  },
  {
    ...windowsJob,
    ...atTen,
    name: 'Pilot group, two days after Patch Tuesday',
    assetTagIds: ['6c1f0b8d-3d52-4e9b-8f46-d2b95a7c4e03'],
    scheduleType: 'Monthly',
    monthlyRecurringType: 1,
    patchTuesdayPlusXDays: 2,
    status: 'Enabled',
  },
  {
    ...windowsJob,
    ...atTen,
    name: 'Defender, daily',
    scheduleType: 'Daily',
    approvedPatches: ['b7a1f3c2-4d5e-4f60-9a7b-8c9d0e1f2a03'],
  },
  { ...windowsJob, name: 'December catch-up', scheduleType: 'Once', startDateTime: '2025-12-20 08:00:00 AM' },
  { ...windowsJob, name: 'Remove the November preview', type: 'Rollback', scheduleType: 'On-demand' },
  {
    ...linuxJob,
    ...atTen,
    name: 'Web servers, first Sunday',
    assetTagIds: ['0a4c6f2e-51b7-4b0d-9a55-6f0f3f6e1c01'],
    scheduleType: 'Monthly',
    recurringDayOfMonth: 1,
    recurringWeekDayOfMonth: 0,
    status: 'Enabled',
  },
  {
    ...linuxJob,
    ...atTen,
    name: 'Database servers, last day of the month',
    assetTagIds: ['2b7d91c4-8e3a-4f7c-b1de-93c4a7d05e02'],
    scheduleType: 'Monthly',
    recurringLastDayOfMonth: true,
  },
  {
    ...linuxJob,
    name: 'OpenSSL now',
    scheduleType: 'On-demand',
    approvedPatches: ['b7a1f3c2-4d5e-4f60-9a7b-8c9d0e1f2a04'],
  },
  { ...linuxJob, name: 'Roll the kernel back', type: 'Rollback', scheduleType: 'On-demand' },
];

function seedJob(id: string, body: JsonObject): StoredJob {
  return storedJob({
    body,
    id,
    customerId: CATALOGUE.customerId,
    before: null,
    by: SANDBOX_USER,
    now: SEEDED,
    applicableAssetCount: applicableAssets(CATALOGUE, body),
  });
}

function linux(id: string, name: string, ...tagIds: string[]) {
  return { id, name, operatingSystem: 'Red Hat Enterprise Linux 9.5', platform: 'Linux', tagIds } as const;
}

function windows(id: string, name: string, ...tagIds: string[]) {
  return { id, name, operatingSystem: 'Windows 11 Enterprise 24H2', platform: 'Windows', tagIds } as const;
}

function windowsPatch(id: string, title: string, kb: string, rebootRequired: boolean) {
  return {
    id,
    title,
    platform: 'Windows',
    kb,
    vendor: 'Microsoft',
    vendorSeverity: 'Critical',
    rebootRequired,
  } as const;
}

function linuxPatch(id: string, title: string) {
  return {
    id,
    title,
    platform: 'Linux',
    kb: null,
    vendor: 'Red Hat',
    vendorSeverity: 'Important',
    rebootRequired: false,
  } as const;
}
