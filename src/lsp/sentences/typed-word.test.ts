import { expect } from 'chai';
import { mayBecome, plain } from './typed-word';

const may = (typed: string, word: string) => mayBecome(plain(typed), plain(word));

describe('a word that is being typed', () => {
  it('is the beginning of a word', () => {
    expect(may('pin', 'pings')).to.equal(true);
    expect(may('PIN', 'pings')).to.equal(true);
    expect(may('', 'pings')).to.equal(true);
    expect(may('ings', 'pings')).to.equal(false);
    expect(may('pings', 'ping')).to.equal(false);
  });

  it('is initial consonants', () => {
    expect(may('ㅍㄷ', '파드')).to.equal(true);
    expect(may('ㅍ', '파드')).to.equal(true);
    expect(may('ㅍㄷㅇㅅ', '파드에서')).to.equal(true);
    expect(may('ㅍㄴ', '파드')).to.equal(false);
    expect(may('ㅍㄷㅇ', '파드')).to.equal(false);
    expect(may('ㄲ', '꺼진다')).to.equal(true);
    expect(may('ㄱ', '꺼진다')).to.equal(false);
  });

  it('is initial consonants that the input method joined', () => {
    expect(may('ㄳ', '검사')).to.equal(true);
    expect(may('ㅂㅅㅇ', '방송을')).to.equal(true);
    expect(may('ㅄㅇ', '방송을')).to.equal(true);
  });

  it('is syllables, and at their end one that is still being composed', () => {
    for (const typed of ['ㅍ', '파', '팓', '파드']) {
      expect(may(typed, '파드'), typed).to.equal(true);
    }
    for (const typed of ['ㅍ', '피', '핑', '핑ㅇ', '핑으', '핑을']) {
      expect(may(typed, '핑을'), typed).to.equal(true);
    }
    expect(may('고', '과')).to.equal(true);
    expect(may('갑', '값')).to.equal(true);
    expect(may('핑ㄹ', '핑을')).to.equal(false);
    expect(may('팓ㄹ', '파드')).to.equal(false);
  });

  it('is both in one word', () => {
    expect(may('파ㄷ', '파드')).to.equal(true);
    expect(may('ㅍ드에', '파드에서')).to.equal(true);
    expect(may('파드ㅇㅅ', '파드에서')).to.equal(true);
  });

  it('may be written in letters that compose, as the names of files are on some systems', () => {
    expect(may('파드'.normalize('NFD'), '파드')).to.equal(true);
    expect(may('\u1111\u1103', '파드')).to.equal(true);
  });
});
