using System.Globalization;
using System.Text;

namespace Cybernetes.Api.Machinery;

/// <summary>
/// Writes YAML as upstream's library does: keys in natural order, block style, lists not indented under their key, texts plain where they
/// can be, long lines folded at 80 columns.
/// </summary>
public sealed partial class YamlWriter
{
    private const int Width = 80;
    private const int LongestKey = 128;

    private readonly StringBuilder _text = new();
    private int _column;

    private YamlWriter()
    {
    }

    /// <summary>One document, with a line break at its end.</summary>
    public static string Write(Value document)
    {
        var writer = new YamlWriter();
        writer.Node(document, indent: -2, inline: true);
        if (writer._column > 0)
        {
            writer.Break();
        }

        return writer._text.ToString();
    }

    /// <summary>One document of a record, with a line break at its end.</summary>
    public static string Write<T>(T message)
        where T : IMessage => Write(message is Value value ? value : Value.ToValue(message));

    // A node whose parent stands at `indent`. Inline: the first thing stands on the current line (after "- " or at the start).
    private void Node(Value value, int indent, bool inline)
    {
        if (value.IsMap && !value.Entries.IsEmpty)
        {
            Mapping(value, indent + 2, inline);
        }
        else if (value.IsList && !value.Items.IsEmpty)
        {
            Sequence(value, indent + 2, inline);
        }
        else
        {
            Scalar(value, Math.Max(indent + 2, 2));
        }
    }

    private void Mapping(Value value, int indent, bool inline)
    {
        foreach (var (key, entry) in value.Entries.OrderBy(entry => entry.Key, NaturalOrder.Instance))
        {
            if (!inline)
            {
                Indent(indent);
            }

            inline = false;
            Key(key, indent);
            if (entry.IsMap && !entry.Entries.IsEmpty)
            {
                Mapping(entry, indent + 2, inline: false);
            }
            else if (entry.IsList && !entry.Items.IsEmpty)
            {
                Sequence(entry, indent, inline: false);
            }
            else
            {
                Put(' ');
                Scalar(entry, indent + 2);
            }
        }
    }

    private void Sequence(Value value, int indent, bool inline)
    {
        foreach (var item in value.Items)
        {
            if (!inline)
            {
                Indent(indent);
            }

            inline = false;
            Put("- ");
            Node(item, indent, inline: true);
        }
    }

    private void Key(string key, int indent)
    {
        if (Encoding.UTF8.GetByteCount(key) > LongestKey)
        {
            Put("? ");
            Text(key, indent + 2, isKey: false);
            Indent(indent);
        }
        else
        {
            Text(key, indent, isKey: true);
        }

        Put(':');
    }

    // Continuation lines stand at `indent`.
    private void Scalar(Value value, int indent)
    {
        switch (value.Kind)
        {
            case ValueKind.Null:
                Put("null");
                break;
            case ValueKind.Boolean:
                Put(value.AsBoolean == true ? "true" : "false");
                break;
            case ValueKind.Integer:
                Put(value.AsInteger!.Value.ToString(CultureInfo.InvariantCulture));
                break;
            case ValueKind.Double:
                Put(GoText.Number(value.AsDouble!.Value));
                break;
            case ValueKind.String:
                Text(value.AsString!, indent, isKey: false);
                break;
            case ValueKind.Map:
                Put("{}");
                break;
            default:
                Put("[]");
                break;
        }
    }

    private void Indent(int indent)
    {
        if (_column > 0)
        {
            Break();
        }

        _text.Append(' ', Math.Max(indent, 0));
        _column = Math.Max(indent, 0);
    }

    private void Break()
    {
        _text.Append('\n');
        _column = 0;
    }

    private void Put(char c)
    {
        _text.Append(c);
        _column++;
    }

    private void Put(string text)
    {
        _text.Append(text);
        _column += text.Length;
    }
}
