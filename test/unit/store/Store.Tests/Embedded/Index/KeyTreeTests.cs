using Cybernetes.Store.Embedded.Index;

namespace Cybernetes.Store.Tests.Embedded.Index;

public sealed class KeyTreeTests
{
    private struct Collector : IKeyVisitor
    {
        public List<string> Keys;

        public bool Visit(KeyValue item)
        {
            Keys.Add(item.Key.ToString());
            return true;
        }
    }

    private static List<string> Walk(KeyTree tree, KeyRange range)
    {
        var collector = new Collector { Keys = [] };
        tree.Visit(range, long.MaxValue, ref collector);
        return collector.Keys;
    }

    [Theory]
    [InlineData(1, 200)]
    [InlineData(2, 3000)]
    [InlineData(3, 40)]
    public void TreeAgreesWithASortedSetThroughRandomEdits(int seed, int keys)
    {
        var random = new Random(seed);
        var editor = new KeyTreeEditor(KeyTree.Empty);
        var live = new SortedSet<string>(StringComparer.Ordinal);
        var kept = new List<(KeyTree Tree, string[] Keys)>();
        for (var step = 0; step < 20_000; step++)
        {
            var key = $"{random.Next(keys):d5}";
            var growing = step / 4000 % 2 == 0;
            switch (random.Next(10))
            {
                case < 6 when growing:
                case < 2:
                    editor.Set(new KeyValue { Key = key, Version = 1, ModRevision = new Revision(step) });
                    live.Add(key);
                    break;
                case < 8:
                    editor.Remove(key);
                    live.Remove(key);
                    break;
                default:
                    editor.Set(new KeyValue { Key = key, ModRevision = new Revision(step) });
                    live.Remove(key);
                    break;
            }
            if (step % 1000 == 0)
            {
                kept.Add((editor.Publish(), [.. live]));
            }
            if (step % 50 == 0)
            {
                var (from, to) = ($"{random.Next(keys):d5}", $"{random.Next(keys):d5}");
                var expected = live.Where(k => string.CompareOrdinal(k, from) >= 0 && string.CompareOrdinal(k, to) < 0).ToArray();
                Assert.Equal(expected, Walk(editor.Tree, new KeyRange(from, to)));
                Assert.Equal(expected.Length, editor.Tree.CountLive(new KeyRange(from, to)));
                Assert.Equal(live.Count, editor.Tree.Root.Live);
            }
        }
        Assert.All(kept, moment => Assert.Equal(moment.Keys, Walk(moment.Tree, KeyRange.All)));
    }
}
