using System.Text;

namespace Cybernetes.Kubectl.Printing;

/// <summary>
/// Aligns columns as kubectl does (Go's tabwriter with a least width of 6 and a padding of 3): cells end at tabs, the last of a line is not
/// padded. Widths are those of all lines since the last flush, and never less than before. Not thread safe.
/// </summary>
public sealed class TabWriter(TextWriter output, int padding = 3, int minWidth = 6, bool remembers = true)
{
    private readonly List<string[]> _lines = [];
    private readonly List<int> _widths = [];

    /// <summary>Adds a line of cells.</summary>
    public void Add(params string[] cells) => _lines.Add(cells);

    /// <summary>Writes the lines.</summary>
    public void Flush()
    {
        if (!remembers)
        {
            _widths.Clear();
        }

        foreach (var line in _lines)
        {
            for (var i = 0; i < line.Length - 1; i++)
            {
                if (i == _widths.Count)
                {
                    _widths.Add(minWidth);
                }

                _widths[i] = Math.Max(_widths[i], Width(line[i]) + padding);
            }
        }

        var text = new StringBuilder();
        foreach (var line in _lines)
        {
            for (var i = 0; i < line.Length; i++)
            {
                text.Append(line[i]);
                if (i < line.Length - 1)
                {
                    text.Append(' ', _widths[i] - Width(line[i]));
                }
            }

            text.Append('\n');
        }

        output.Write(text.ToString());
        output.Flush();
        _lines.Clear();
    }

    // Characters, not UTF-16 units.
    private static int Width(string cell)
    {
        var width = 0;
        foreach (var _ in cell.EnumerateRunes())
        {
            width++;
        }

        return width;
    }
}
