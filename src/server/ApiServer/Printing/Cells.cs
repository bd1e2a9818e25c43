using System.Globalization;
using Cybernetes.Api;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.ApiServer.Printing;

/// <summary>Texts that cells of many kinds share, in upstream's forms.</summary>
internal static class Cells
{
    public const string None = "<none>";
    public const string Unknown = "<unknown>";
    public const string Unset = "<unset>";

    /// <summary>The time since an object was created.</summary>
    public static string Age(IObject value, DateTimeOffset now) => Since(value.Metadata.CreationTimestamp, now);

    /// <summary>The time since a moment.</summary>
    public static string Since(Time time, DateTimeOffset now) => time.IsZero ? Unknown : HumanDuration.Of(now - time.Moment);

    /// <summary>The time since a moment.</summary>
    public static string Since(MicroTime time, DateTimeOffset now) => time.IsZero ? Unknown : HumanDuration.Of(now - time.Moment);

    /// <summary>The moment an object was created.</summary>
    public static string Created(IObject value) => value.Metadata.CreationTimestamp.ToString();

    /// <summary>Labels as <c>a=b,c=d</c>.</summary>
    public static string Labels(ValueMap<string> labels) => labels.IsEmpty ? None : string.Join(',', labels.Select(label => $"{label.Key}={label.Value}"));

    /// <summary>A selector as people write it.</summary>
    public static string Selector(LabelSelector? selector) =>
        selector is null ? None : selector.TryToSelector(out var matching, out _) ? matching.ToString() is { Length: > 0 } text ? text : None : "<error>";

    /// <summary>The names of containers.</summary>
    public static string Names(ValueList<Container> containers) => string.Join(',', containers.Select(each => each.Name));

    /// <summary>The images of containers.</summary>
    public static string Images(ValueList<Container> containers) => string.Join(',', containers.Select(each => each.Image));

    /// <summary>A text, or a word for none.</summary>
    public static string Or(string? text, string otherwise = None) => string.IsNullOrEmpty(text) ? otherwise : text;

    /// <summary>A number as text.</summary>
    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The first few of a list, and how many more there are.</summary>
    public static string Few(IReadOnlyList<string> all, int max, string separator = ",") => all.Count <= max
        ? string.Join(separator, all)
        : $"{string.Join(separator, all.Take(max))} + {Text(all.Count - max)} more...";

    /// <summary>Whether something is.</summary>
    public static string Truth(bool value) => value ? "True" : "False";
}
