namespace Cybernetes.Api.Rules;

/// <summary>
/// Matches the lines of two texts by Ratcliff and Obershelp's method as difflib does, its neglect of popular lines included, since the hunks
/// in upstream's messages come of it.
/// </summary>
internal sealed class LineMatcher
{
    private readonly string[] _a, _b;
    private readonly Dictionary<string, List<int>> _where = new(StringComparer.Ordinal);

    public LineMatcher(string[] a, string[] b)
    {
        (_a, _b) = (a, b);
        for (var i = 0; i < b.Length; i++)
        {
            if (!_where.TryGetValue(b[i], out var at))
            {
                _where[b[i]] = at = [];
            }

            at.Add(i);
        }

        if (b.Length >= 200)
        {
            var popular = b.Length / 100 + 1;
            foreach (var line in _where.Where(entry => entry.Value.Count > popular).Select(entry => entry.Key).ToArray())
            {
                _where.Remove(line);
            }
        }
    }

    /// <summary>What to keep and what to replace, in order.</summary>
    public List<Opcode> Opcodes()
    {
        var blocks = new List<(int A, int B, int Size)>();
        Match(0, _a.Length, 0, _b.Length, blocks);
        blocks.Add((_a.Length, _b.Length, 0));
        var codes = new List<Opcode>();
        var (i, j) = (0, 0);
        foreach (var (a, b, size) in Joined(blocks))
        {
            if (i < a || j < b)
            {
                codes.Add(new(false, i, a, j, b));
            }

            (i, j) = (a + size, b + size);
            if (size > 0)
            {
                codes.Add(new(true, a, i, b, j));
            }
        }

        return codes;
    }

    private static IEnumerable<(int A, int B, int Size)> Joined(List<(int A, int B, int Size)> blocks)
    {
        var (a, b, size) = (0, 0, 0);
        foreach (var block in blocks)
        {
            if (a + size == block.A && b + size == block.B && block.Size > 0)
            {
                size += block.Size;
                continue;
            }

            if (size > 0)
            {
                yield return (a, b, size);
            }

            (a, b, size) = block;
        }

        yield return (a, b, size);
    }

    private void Match(int aLow, int aHigh, int bLow, int bHigh, List<(int A, int B, int Size)> blocks)
    {
        var (a, b, size) = Longest(aLow, aHigh, bLow, bHigh);
        if (size == 0)
        {
            return;
        }

        if (aLow < a && bLow < b)
        {
            Match(aLow, a, bLow, b, blocks);
        }

        blocks.Add((a, b, size));
        if (a + size < aHigh && b + size < bHigh)
        {
            Match(a + size, aHigh, b + size, bHigh, blocks);
        }
    }

    private (int A, int B, int Size) Longest(int aLow, int aHigh, int bLow, int bHigh)
    {
        var (bestA, bestB, best) = (aLow, bLow, 0);
        var lengths = new Dictionary<int, int>();
        for (var i = aLow; i < aHigh; i++)
        {
            var next = new Dictionary<int, int>();
            foreach (var j in _where.GetValueOrDefault(_a[i]) ?? [])
            {
                if (j < bLow)
                {
                    continue;
                }

                if (j >= bHigh)
                {
                    break;
                }

                var length = next[j] = lengths.GetValueOrDefault(j - 1) + 1;
                if (length > best)
                {
                    (bestA, bestB, best) = (i - length + 1, j - length + 1, length);
                }
            }

            lengths = next;
        }

        while (bestA > aLow && bestB > bLow && _a[bestA - 1] == _b[bestB - 1])
        {
            (bestA, bestB, best) = (bestA - 1, bestB - 1, best + 1);
        }

        while (bestA + best < aHigh && bestB + best < bHigh && _a[bestA + best] == _b[bestB + best])
        {
            best++;
        }

        return (bestA, bestB, best);
    }
}
