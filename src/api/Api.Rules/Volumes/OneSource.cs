using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Counts the sources of one volume: the first is checked, any other is one too many.</summary>
internal sealed class OneSource(FieldPath path, ErrorList errors)
{
    /// <summary>How many sources there are.</summary>
    public int Count { get; set; }

    /// <summary>A source, if it is there. Some are checked under another name than the one under which they are refused.</summary>
    public void Of<T>(T? source, string name, Action<T, FieldPath, ErrorList> check, string? checkedAs = null)
        where T : class
    {
        if (source is null)
        {
            return;
        }

        if (Count > 0)
        {
            errors.Forbidden(path.Child(name), VolumeRules.OnlyOne);
            return;
        }

        Count++;
        check(source, path.Child(checkedAs ?? name), errors);
    }

    /// <summary>There must be one.</summary>
    public void Finish()
    {
        if (Count == 0)
        {
            errors.Required(path, "must specify a volume type");
        }
    }
}
