using System.Text;

namespace Cybernetes.Base.Metrics;

/// <summary>Writes the Prometheus text format.</summary>
internal sealed class MetricsTextWriter
{
    private readonly StringBuilder _text = new(64 * 1024);

    public void Header(MetricFamily family)
    {
        _text.Append("# HELP ").Append(family.Name).Append(' ')
            .Append(family.Help.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)).Append('\n');
        _text.Append("# TYPE ").Append(family.Name).Append(' ').Append(family.Type).Append('\n');
    }

    public void Sample(MetricFamily family, string[] values, double value, string suffix = "", double? bound = null)
    {
        _text.Append(family.Name).Append(suffix);
        var open = '{';
        foreach (var i in family.LabelOrder)
        {
            Label(ref open, family.LabelNames[i], values[i]);
        }
        if (bound is { } upper)
        {
            Label(ref open, "le", GoFloat.Format(upper));
        }
        if (open == ',')
        {
            _text.Append('}');
        }
        _text.Append(' ').Append(GoFloat.Format(value)).Append('\n');
    }

    public byte[] ToArray() => Encoding.UTF8.GetBytes(_text.ToString());

    private void Label(ref char open, string name, string value)
    {
        _text.Append(open).Append(name).Append("=\"");
        open = ',';
        foreach (var c in value)
        {
            _ = c switch
            {
                '\\' => _text.Append("\\\\"),
                '"' => _text.Append("\\\""),
                '\n' => _text.Append("\\n"),
                _ => _text.Append(c),
            };
        }
        _text.Append('"');
    }
}
