import { specification } from '#libs/testing';
import { campaign } from './campaign.js';
import { BUREAU, manager } from './examples/people.spec.js';

const call = {
  name: '2021年度绩效自评',
  fiscalYear: 2021,
  ownerId: BUREAU,
  opensAt: '2022-03-01T00:00:00.000Z',
  dueAt: '2022-04-30T16:00:00.000Z',
};
const open = (data = call) => ({ type: 'OpenCampaign', data, by: manager, at: call.opensAt }) as const;

describe('A campaign', () => {
  const given = specification(campaign);

  it('is opened', () => given().when(open()).then({ type: 'CampaignOpened', data: call }));

  it('is opened once', () =>
    given({ type: 'CampaignOpened', data: call }).when(open()).thenRefused('campaign.already-open'));

  it('ends after it begins', () =>
    given()
      .when(open({ ...call, dueAt: call.opensAt }))
      .thenRefused('campaign.window-ends-before-it-opens', { pointer: '/dueAt' }));
});
