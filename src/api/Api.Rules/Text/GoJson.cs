using System.Globalization;
using System.Text;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Go's complaints of JSON documents, where messages show them.</summary>
internal static class GoJson
{
    /// <summary>What Go's decoder says of a document that should be a map; null where it is one.</summary>
    public static string? MapError(Bytes document)
    {
        var text = document.ToString();
        var start = text.AsSpan().TrimStart(" \t\r\n");
        if (start.IsEmpty)
        {
            return "unexpected end of JSON input";
        }

        try
        {
            var value = Value.ParseJson(document.Span);
            return value.IsMap || value.IsNull ? null : $"json: cannot unmarshal {Name(value)} into Go value of type map[string]interface {{}}";
        }
        catch (WireException)
        {
            return start[0] is '{' or '[' or '"' or 't' or 'f' or 'n' or '-' || char.IsAsciiDigit(start[0])
                ? "unexpected end of JSON input"
                : $"invalid character {Quote(start[0])} looking for beginning of value";
        }
    }

    private static string Name(Value value) => value.Kind switch
    {
        ValueKind.List => "array",
        ValueKind.String => "string",
        ValueKind.Boolean => "bool",
        _ => "number",
    };

    private static string Quote(char c) => c == '\'' ? "'\\''" : new StringBuilder().Append('\'').Append(c).Append('\'').ToString().ToString(CultureInfo.InvariantCulture);
}
