/**
 * The sentences of submission.steps.ts in Korean.
 */
import '../submission.steps';
import { GivenKorean } from '../support/catalogue';

GivenKorean('제출물이 적용되어 있다', {
  id: 'submission',
  says: '채점을 위해 제출된 것을 들여온다. 매니페스트를 적용하고 스크립트를 입력한다. 제출물이 없으면(채점이 아니고 제출물을 지정하지 않은 실행) 아무것도 하지 않는다.',
  example: `먼저 매니페스트 "two-pods-one-node"가 적용되어 있다
      그리고 제출물이 적용되어 있다
      만일 pod1이 pod2로 핑을 보내면
      그러면 핑이 성공한다`,
});
