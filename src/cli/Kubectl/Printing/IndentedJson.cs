using System.Text;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Kubectl.Printing;

/// <summary>JSON as kubectl prints it: four spaces, keys in order, empty maps and lists on one line.</summary>
public static class IndentedJson
{
    /// <summary>The document, without a line end.</summary>
    public static string Write(Value document)
    {
        var text = new StringBuilder();
        Append(text, document, 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Value value, int depth)
    {
        if (value.IsMap && !value.Entries.IsEmpty)
        {
            var next = "{";
            foreach (var (key, member) in value.Entries)
            {
                Line(text.Append(next), depth + 1).Append(((Value)key).ToString()).Append(": ");
                Append(text, member, depth + 1);
                next = ",";
            }

            Line(text, depth).Append('}');
        }
        else if (value.IsList && !value.Items.IsEmpty)
        {
            var next = "[";
            foreach (var item in value.Items)
            {
                Line(text.Append(next), depth + 1);
                Append(text, item, depth + 1);
                next = ",";
            }

            Line(text, depth).Append(']');
        }
        else
        {
            text.Append(value.ToString());
        }
    }

    private static StringBuilder Line(StringBuilder text, int depth) => text.Append('\n').Append(' ', depth * 4);
}
