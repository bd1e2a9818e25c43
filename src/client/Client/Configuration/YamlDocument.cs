using System.Globalization;
using Cybernetes.Api.Machinery;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Cybernetes.Client.Configuration;

/// <summary>Reads one YAML document (or JSON, which is YAML) as a value: anchors are followed, scalars typed by YAML's core rules.</summary>
internal static class YamlDocument
{
    /// <exception cref="ConfigurationException">The text is not YAML.</exception>
    public static Value Read(string text)
    {
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                return Value.Null;
            }

            parser.Consume<DocumentStart>();
            return ReadNode(parser, new Dictionary<AnchorName, Value>());
        }
        catch (YamlException e)
        {
            throw new ConfigurationException($"error converting YAML to JSON: yaml: line {e.Start.Line}: {e.Message}", e);
        }
    }

    private static Value ReadNode(IParser parser, Dictionary<AnchorName, Value> anchors)
    {
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            return anchors.TryGetValue(alias.Value, out var known) ? known : throw new YamlException(alias.Start, alias.End, $"unknown anchor '{alias.Value}' referenced");
        }

        AnchorName anchor;
        Value value;
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            (anchor, value) = (scalar.Anchor, Typed(scalar));
        }
        else if (parser.TryConsume<SequenceStart>(out var sequence))
        {
            var items = new List<Value>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(ReadNode(parser, anchors));
            }

            (anchor, value) = (sequence.Anchor, Value.List(items.ToValueList()));
        }
        else
        {
            var mapping = parser.Consume<MappingStart>();
            var entries = new List<KeyValuePair<string, Value>>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                entries.Add(new(parser.Consume<Scalar>().Value, ReadNode(parser, anchors)));
            }

            (anchor, value) = (mapping.Anchor, Value.Map(ValueMap.From(entries)));
        }

        if (!anchor.IsEmpty)
        {
            anchors[anchor] = value;
        }

        return value;
    }

    private static Value Typed(Scalar scalar)
    {
        var text = scalar.Value;
        if (scalar.Style != ScalarStyle.Plain)
        {
            return text;
        }

        return text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => Value.Null,
            "true" or "True" or "TRUE" => true,
            "false" or "False" or "FALSE" => false,
            _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) => integer,
            _ when char.IsAsciiDigit(text[^1]) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            _ => text,
        };
    }
}
