using System.Text;

namespace Cybernetes.Api.Machinery;

/// <summary>Run-time values in the forms that Go's formatting verbs give them, which upstream's messages show.</summary>
public static class GoValue
{
    /// <summary><c>%v</c>: <c>map[a:1 b:[x y]]</c>.</summary>
    public static string Format(Value value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    /// <summary>What JSON calls the value's type.</summary>
    public static string JsonKind(Value value) => value.Kind switch
    {
        ValueKind.Map => "object",
        ValueKind.List => "array",
        ValueKind.String => "string",
        ValueKind.Boolean => "bool",
        ValueKind.Null => "null",
        _ => "number",
    };

    private static void Append(StringBuilder text, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Null:
                text.Append("<nil>");
                break;
            case ValueKind.Boolean:
                text.Append(value.AsBoolean == true ? "true" : "false");
                break;
            case ValueKind.Integer:
                text.Append(value.AsInteger!.Value);
                break;
            case ValueKind.Double:
                text.Append(GoText.Number(value.AsDouble!.Value));
                break;
            case ValueKind.String:
                text.Append(value.AsString);
                break;
            case ValueKind.List:
                text.Append('[');
                var first = true;
                foreach (var item in value.Items)
                {
                    text.Append(first ? "" : " ");
                    Append(text, item);
                    first = false;
                }

                text.Append(']');
                break;
            default:
                text.Append("map[");
                var lead = "";
                foreach (var (key, entry) in value.Entries)
                {
                    text.Append(lead).Append(key).Append(':');
                    Append(text, entry);
                    lead = " ";
                }

                text.Append(']');
                break;
        }
    }
}
