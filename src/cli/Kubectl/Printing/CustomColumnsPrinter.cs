using Cybernetes.Api.Machinery;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Printing;

/// <summary><c>-o custom-columns=HEADER:path,…</c>.</summary>
public sealed class CustomColumnsPrinter : ObjectPrinter
{
    private readonly IReadOnlyList<(string Header, JsonPath Path)> _columns;
    private bool _headers;

    private CustomColumnsPrinter(IReadOnlyList<(string Header, JsonPath Path)> columns, bool noHeaders) => (_columns, _headers) = (columns, !noHeaders);

    /// <summary>Reads <c>HEADER:path,HEADER:path</c>.</summary>
    /// <exception cref="KubectlException">It cannot be read.</exception>
    public static CustomColumnsPrinter Parse(string spec, bool noHeaders) => new(
        [
            .. spec.Split(',').Select(part =>
            {
                var colon = part.IndexOf(':', StringComparison.Ordinal);
                return colon >= 0
                    ? (part[..colon], Path(part[(colon + 1)..]))
                    : throw KubectlException.Error($"unexpected custom-columns spec: {part}, expected <header>:<json-path-expr>");
            }),
        ],
        noHeaders);

    /// <summary>Reads a file of two lines: headers, and below each its path.</summary>
    /// <exception cref="KubectlException">It cannot be read.</exception>
    public static CustomColumnsPrinter ParseFile(IReadOnlyList<string> lines, bool noHeaders)
    {
        var headers = lines.Count > 0 ? lines[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) : [];
        var paths = lines.Count > 1 ? lines[1].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) : [];
        return headers.Length == paths.Length
            ? new([.. headers.Zip(paths, (header, path) => (header, Path(path)))], noHeaders)
            : throw KubectlException.Error($"number of headers ({headers.Length}) and field specifications ({paths.Length}) don't match");
    }

    /// <inheritdoc/>
    public override void Print(Value document, TextWriter output)
    {
        var table = new TabWriter(output);
        if (_headers)
        {
            table.Add([.. _columns.Select(column => column.Header)]);
            _headers = false;
        }

        var objects = document["items"].IsList ? document["items"].Items : [document];
        foreach (var one in objects)
        {
            table.Add([.. _columns.Select(column => Cell(column.Path, one))]);
        }

        table.Flush();
    }

    private static string Cell(JsonPath path, Value one)
    {
        var found = path.FindAll(one, allowMissingKeys: true);
        return found.Count == 0 ? "<none>" : string.Join(',', found.Select(value => value.IsNull ? "<nil>" : GoValue.Format(value)));
    }

    private static JsonPath Path(string expression)
    {
        try
        {
            return JsonPath.ParseRelaxed(expression);
        }
        catch (JsonPathException e)
        {
            throw KubectlException.Error(e.Message);
        }
    }
}
