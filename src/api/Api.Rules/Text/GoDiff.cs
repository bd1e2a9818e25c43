using System.Text;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>What differs between two objects, as a unified diff of their dumps with three lines of context: upstream's <c>diff.Diff</c>.</summary>
public static class GoDiff
{
    private const int Context = 3;

    /// <summary>The hunks, without file headers; empty where nothing differs.</summary>
    public static string Of<T>(T? old, T? now)
        where T : class, IMessage<T> => Lines(GoDump.Indented(old), GoDump.Indented(now));

    private static string Lines(string old, string now)
    {
        var (a, b) = (old.Split('\n'), now.Split('\n'));
        var text = new StringBuilder();
        foreach (var hunk in Hunks(new LineMatcher(a, b).Opcodes()))
        {
            var (first, last) = (hunk[0], hunk[^1]);
            text.Append($"@@ -{Range(first.A, last.AEnd)} +{Range(first.B, last.BEnd)} @@\n");
            foreach (var code in hunk)
            {
                if (code.Same)
                {
                    Append(text, ' ', a, code.A, code.AEnd);
                    continue;
                }

                Append(text, '-', a, code.A, code.AEnd);
                Append(text, '+', b, code.B, code.BEnd);
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, char mark, string[] lines, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            text.Append(mark).Append(lines[i]).Append('\n');
        }
    }

    private static string Range(int start, int stop) => (stop - start) switch
    {
        1 => $"{start + 1}",
        0 => $"{start},0",
        var length => $"{start + 1},{length}",
    };

    private static List<List<Opcode>> Hunks(List<Opcode> codes)
    {
        var hunks = new List<List<Opcode>>();
        if (codes.Count == 0 || codes is [{ Same: true }])
        {
            return hunks;
        }

        if (codes[0] is { Same: true } head)
        {
            codes[0] = head with { A = Math.Max(head.A, head.AEnd - Context), B = Math.Max(head.B, head.BEnd - Context) };
        }

        if (codes[^1] is { Same: true } tail)
        {
            codes[^1] = tail with { AEnd = Math.Min(tail.AEnd, tail.A + Context), BEnd = Math.Min(tail.BEnd, tail.B + Context) };
        }

        var hunk = new List<Opcode>();
        foreach (var each in codes)
        {
            var code = each;
            if (code.Same && code.AEnd - code.A > 2 * Context)
            {
                hunk.Add(code with { AEnd = Math.Min(code.AEnd, code.A + Context), BEnd = Math.Min(code.BEnd, code.B + Context) });
                hunks.Add(hunk);
                hunk = [];
                code = code with { A = Math.Max(code.A, code.AEnd - Context), B = Math.Max(code.B, code.BEnd - Context) };
            }

            hunk.Add(code);
        }

        if (hunk is not ([] or [{ Same: true }]))
        {
            hunks.Add(hunk);
        }

        return hunks;
    }
}

/// <summary>Lines [A, AEnd) of the old text became lines [B, BEnd) of the new.</summary>
internal readonly record struct Opcode(bool Same, int A, int AEnd, int B, int BEnd);
