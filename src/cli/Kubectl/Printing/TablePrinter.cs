using System.Text;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Kubectl.Printing;

/// <summary>How a table is shown.</summary>
/// <param name="Wide">Columns of lower priority too.</param>
/// <param name="WithNamespace">A first column with the namespace.</param>
/// <param name="NoHeaders">No headings.</param>
/// <param name="ShowLabels">A last column with all labels.</param>
/// <param name="LabelColumns">Labels with a column of their own.</param>
/// <param name="KindPrefix">Put before names, as <c>pod/</c>; empty for nothing.</param>
public sealed record TableOptions(bool Wide, bool WithNamespace, bool NoHeaders, bool ShowLabels, IReadOnlyList<string> LabelColumns, string KindPrefix);

/// <summary>Prints the server's tables.</summary>
public static class TablePrinter
{
    /// <summary>Adds a table's lines.</summary>
    public static void Print(Value table, TableOptions options, TabWriter output, bool headers)
    {
        var columns = table["columnDefinitions"].Items
            .Select((column, index) => (Definition: column, Index: index))
            .Where(column => options.Wide || (column.Definition["priority"].AsInteger ?? 0) == 0)
            .ToList();
        if (headers && !options.NoHeaders)
        {
            output.Add([.. Headings(columns.Select(column => column.Definition["name"].AsString ?? ""), options)]);
        }

        foreach (var row in table["rows"].Items)
        {
            output.Add([.. Cells(row, columns.Select(column => column.Index), options)]);
        }
    }

    private static IEnumerable<string> Headings(IEnumerable<string> names, TableOptions options)
    {
        var all = options.WithNamespace ? names.Prepend("namespace") : names;
        all = all.Concat(options.LabelColumns.Select(label => label[(label.LastIndexOf('/') + 1)..]));
        all = options.ShowLabels ? all.Append("labels") : all;
        return all.Select(name => name.ToUpperInvariant());
    }

    private static IEnumerable<string> Cells(Value row, IEnumerable<int> columns, TableOptions options)
    {
        var metadata = row.At("object", "metadata");
        if (options.WithNamespace)
        {
            yield return metadata["namespace"].AsString ?? "";
        }

        var cells = row["cells"].Items;
        foreach (var column in columns)
        {
            var text = column < cells.Count ? Cell(cells[column]) : "";
            yield return column == 0 && options.KindPrefix.Length > 0 ? options.KindPrefix + text : text;
        }

        foreach (var label in options.LabelColumns)
        {
            yield return metadata["labels"][label].AsString ?? "";
        }

        if (options.ShowLabels)
        {
            yield return Labels(metadata["labels"]);
        }
    }

    /// <summary>Labels as <c>a=b,c=d</c>, or <c>&lt;none&gt;</c>.</summary>
    public static string Labels(Value labels) =>
        labels.Entries.IsEmpty ? "<none>" : string.Join(',', labels.Entries.Select(entry => $"{entry.Key}={entry.Value.AsString}"));

    // Only the first line is shown, and nothing that a terminal would act on.
    private static string Cell(Value cell)
    {
        if (cell.IsNull)
        {
            return "";
        }

        if (cell.AsString is not { } text)
        {
            return GoValue.Format(cell);
        }

        var end = text.AsSpan().IndexOfAny("\n\r\f");
        var shown = new StringBuilder();
        foreach (var letter in end < 0 ? text : text[..end])
        {
            shown.Append(letter switch
            {
                '\x1b' => "^[",
                '\t' => " ",
                _ => letter.ToString(),
            });
        }

        return end < 0 ? shown.ToString() : shown.Append("...").ToString();
    }
}
