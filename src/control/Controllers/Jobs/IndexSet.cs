using System.Globalization;
using System.Text;

namespace Cybernetes.Controllers.Jobs;

/// <summary>A set of completion indexes, written as upstream writes it: <c>1,3-5,7</c>. Immutable.</summary>
public sealed class IndexSet
{
    private readonly SortedSet<int> _indexes;

    private IndexSet(SortedSet<int> indexes) => _indexes = indexes;

    /// <summary>No index.</summary>
    public static IndexSet Empty { get; } = new([]);

    /// <summary>How many there are.</summary>
    public int Count => _indexes.Count;

    /// <summary>Whether an index is among them.</summary>
    public bool Contains(int index) => _indexes.Contains(index);

    /// <summary>Reads upstream's form; what is not below <paramref name="completions"/> or cannot be read is left out.</summary>
    public static IndexSet Parse(string? text, int completions)
    {
        var indexes = new SortedSet<int>();
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split('-');
            if (!int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first))
            {
                continue;
            }

            var last = ends.Length > 1 && int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out var end) ? end : first;
            for (var index = first; index <= Math.Min(last, completions - 1); index++)
            {
                indexes.Add(index);
            }
        }

        return new(indexes);
    }

    /// <summary>The set with more indexes.</summary>
    public IndexSet With(IEnumerable<int> more) => new([.. _indexes, .. more]);

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        var (first, last) = (-1, -1);
        void Flush()
        {
            if (first < 0)
            {
                return;
            }

            text.Append(text.Length > 0 ? "," : "").Append(CultureInfo.InvariantCulture, $"{first}");
            // Two in a row are written apart, three and more as a range.
            if (last > first)
            {
                text.Append(last == first + 1 ? ',' : '-').Append(CultureInfo.InvariantCulture, $"{last}");
            }
        }

        foreach (var index in _indexes)
        {
            if (index != last + 1 || first < 0)
            {
                Flush();
                first = index;
            }

            last = index;
        }

        Flush();
        return text.ToString();
    }
}
