import { expect } from 'chai';
import { said, terminalOn, typed } from '../testing/typed';

describe('a job in the background', () => {
  it('goes on while the line goes on, and its output comes where it is waited for', async () => {
    expect(await typed('(sleep 1; echo late) & echo early; wait; echo done')).to.deep.equal(
      said('early\nlate\ndone\n'),
    );
  });

  it('is known by its process and by its number', async () => {
    expect(await typed('sleep 5 & echo $!; jobs; kill $!; wait $!; echo $?; jobs')).to.deep.equal(
      said('4711\n[1]+  Running                 sleep 5 &\n143\n'),
    );
    expect(await typed('kill %1')).to.deep.equal({
      stdout: '',
      stderr: 'bash: kill: %1: no such job\n',
      exit: 1,
    });
  });

  it('captures what the foreground sends', async () => {
    const lines =
      'tcpdump -i ens5 -nn -c 1 icmp 2>/dev/null & ping -c 1 192.168.20.100 > /tmp/p; wait';
    const { stdout } = await typed(lines);
    expect(stdout.replace(/^\S+/, '').replace(/id \d+/, 'id 1')).to.equal(
      ' IP 192.168.10.10 > 192.168.20.100: ICMP echo request, id 1, seq 1, length 64\n',
    );
  });

  it('writes a capture when it is told to end, which can be read then', async () => {
    const terminal = terminalOn('k8s-m');
    await terminal.type('tcpdump -i ens5 -w /tmp/x.pcap icmp 2>/dev/null &');
    await terminal.type('ping -c 2 192.168.20.100 > /dev/null\nkill -INT %1');
    const { stdout } = await terminal.type(
      'tcpdump -nn -r /tmp/x.pcap 2>/dev/null | grep -c request',
    );
    expect(stdout).to.equal('2\n');
  });

  it('has its output in the file that it was sent to, when it is told to end', async () => {
    const line = [
      'tcpdump -i ens5 -nn icmp > /tmp/seen 2> /dev/null &',
      'ping -c 1 192.168.20.100 > /dev/null; kill %1; wait; grep -c ICMP /tmp/seen',
    ];
    expect(await typed(line.join('\n'))).to.deep.equal(said('2\n'));
  });

  it('can be read in its file while it runs, as far as it does not keep it back', async () => {
    const read = async (line: string) => (await typed(line)).stdout;
    const ping = 'ping -c 1 192.168.20.100 > /dev/null';
    expect(await read('ping -i 1 192.168.20.100 > p & sleep 2.5; grep -c from p')).to.equal('3\n');
    expect(await read(`tcpdump -nl icmp > t 2>&1 & ${ping}; grep -cE 'ICMP|verbose' t`)).to.equal(
      '3\n',
    );
    expect(await read(`tcpdump -n icmp > t 2> e & ${ping}; cat t; wc -l < e`)).to.equal('2\n');
    const twice =
      'echo before > p; ping -c 3 192.168.20.100 >> p & sleep 1.5; wc -l < p; wait; wc -l < p';
    expect(await read(twice)).to.equal('4\n9\n');
  });

  it('is shown while it runs, where only its complaints go elsewhere', async () => {
    const terminal = terminalOn('k8s-m');
    await terminal.type('tcpdump -ni ens5 icmp 2> /dev/null &');
    const { stdout, stderr } = await terminal.type('ping -c 1 192.168.20.100 > /dev/null');
    expect([stdout.match(/ICMP/g)?.length, stderr]).to.deep.equal([2, '']);
  });

  it('lasts over lines: its status can be asked for later', async () => {
    expect(await typed('(exit 7) &\necho next\nwait $!; echo $?')).to.deep.equal(said('next\n7\n'));
  });

  it('is brought to the foreground by fg, where Ctrl-C ends it', async () => {
    const { stdout, exit } = await typed('ping 192.168.20.100 > /dev/null & fg');
    expect([stdout, exit]).to.deep.equal(['ping 192.168.20.100 > /dev/null\n', 0]);
  });

  it('ends as a whole when it is killed', async () => {
    expect(
      (await typed('{ sleep 1; echo a; sleep 1; echo b; } & sleep 1.5; kill %1; wait')).stdout,
    ).to.equal('a\n');
  });
});
