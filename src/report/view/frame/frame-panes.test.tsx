/** The three panes as they are first drawn. What moves in them is tried in a browser. */
import { expect } from 'chai';
import { renderToString } from 'preact-render-to-string';
import type { PageCapture } from '../../model/capture';
import { hostileCapture, longCapture, pingCapture } from '../../testing/made-captures';
import { FramePanes } from './frame-panes';
import { timeOf } from './frame-rows';
import { moveTo } from './place-keys';

function drawn(capture: PageCapture, selected?: number): string {
  return renderToString(
    <FramePanes capture={capture} selected={selected} onSelect={() => undefined} />,
  );
}

const count = (html: string, part: string): number => html.split(part).length - 1;

describe('the three panes of a capture', () => {
  it('list all frames, and ask for one', () => {
    const capture = pingCapture();
    const html = drawn(capture);
    expect(count(html, 'class="frame-row"')).to.equal(capture.frames.length);
    expect(html).to.contain('Choose a frame').and.not.to.contain('role="tree"');
  });

  it('list the frames of the interface that saw the one that is selected, and take that apart', () => {
    const html = drawn(pingCapture(), 2);
    expect(count(html, 'class="frame-row"')).to.equal(4);
    expect(count(html, 'aria-selected="true"')).to.equal(2);
    expect(html).to.contain('Src: 192.168.10.101, Dst: 192.168.10.10');
    expect(html).to.contain('Inner packet').and.to.contain('안쪽 패킷');
    expect(html).to.contain('Src: 172.16.158.3, Dst: 172.16.158.2');
    expect(count(html, '<td data-at=') + count(html, '<td class="frame-middle" data-at=')).to.equal(
      14 + 20 + 20 + 64,
    );
    expect(count(html, 'tabindex="0"')).to.equal(3);
  });

  it('draw two hundred rows of a long capture, those around the one that is selected', () => {
    const html = drawn(longCapture(1_000), 450);
    expect(count(html, 'class="frame-row"')).to.equal(200);
    expect(html).to.contain('401–600 of 1000 frames');
    expect(html).to.contain('aria-rowindex="452" aria-selected="true"');
  });

  it('survive bytes that are no frames, and places that are none', () => {
    const capture = hostileCapture();
    capture.frames.forEach((_, place) => {
      expect(drawn(capture, place)).to.contain('frame-panes');
    });
    expect(drawn(capture, 4_711)).to.contain('Choose a frame');
    expect(drawn({ interfaces: [], frames: [], contents: [] })).to.contain('No frame was captured');
    const html = drawn(capture, 0);
    expect(html).not.to.contain('<img').and.not.to.contain('\u202e');
    expect(html).not.to.contain('style=');
  });
});

describe('the numbers of a list of frames', () => {
  it('count seconds from the first frame', () => {
    expect([0, 3, 99].map((place) => timeOf(longCapture(4), place))).to.deep.equal([
      '0.000000',
      '0.000120',
      '-1.000000',
    ]);
  });

  it('are moved by keys, and never out of the list', () => {
    const strides = { step: 1, line: 16, page: 64 };
    const to = (at: number, key: string): number | undefined => moveTo(at, 100, strides, key);
    expect([to(5, 'ArrowRight'), to(5, 'ArrowDown'), to(5, 'PageDown')]).to.deep.equal([6, 21, 69]);
    expect([to(5, 'ArrowUp'), to(99, 'ArrowRight'), to(5, 'End')]).to.deep.equal([0, 99, 99]);
    expect([to(5, 'Home'), to(5, 'x')]).to.deep.equal([0, undefined]);
    expect(moveTo(5, 100, { line: 1, page: 10 }, 'ArrowRight')).to.equal(undefined);
  });
});
