using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.Rules;

/// <summary>Checks that the kinds which make pods of templates share.</summary>
internal static class TemplateChecks
{
    private const string Mismatch = "`selector` does not match template `labels`";

    /// <summary>The template's labels must be such as the selector picks.</summary>
    public static void LabelsMatch(LabelSelector? selector, PodTemplateSpec template, FieldPath path, ErrorList errors)
    {
        if (selector is null || !Check.Matches(selector, template.Metadata.Labels))
        {
            errors.Invalid(path.Child("metadata", "labels"), GoDump.Map(template.Metadata.Labels), Mismatch);
        }
    }

    /// <summary>Pods that are kept running are always restarted and have no deadline.</summary>
    public static void RunsForever(PodTemplateSpec template, string kind, FieldPath path, ErrorList errors)
    {
        Check.Supported(template.Spec.RestartPolicy, path.Child("spec", "restartPolicy"), errors, "Always");
        if (template.Spec.ActiveDeadlineSeconds is not null)
        {
            errors.Forbidden(path.Child("spec", "activeDeadlineSeconds"), $"activeDeadlineSeconds in {kind} is not Supported");
        }
    }

    /// <summary>A count that is not negative or a percentage.</summary>
    public static void CountOrPercent(IntOrString? value, FieldPath path, ErrorList errors)
    {
        if (value is not { } there)
        {
            return;
        }

        if (there.IsString)
        {
            errors.Invalid(path, there, Names.Percent(there.StringValue));
        }
        else
        {
            Check.NonNegative(there.IntValue, path, errors);
        }
    }

    public static void NotMoreThanAll(IntOrString? value, FieldPath path, ErrorList errors)
    {
        if (value is { IsString: true } there && Names.Percent(there.StringValue).Count == 0 && Number(there) > 100)
        {
            errors.Invalid(path, there, "must not be greater than 100%");
        }
    }

    /// <summary>The count or the number before the percent sign.</summary>
    public static int Number(IntOrString? value) => value switch
    {
        null => 0,
        { IsString: false } there => there.IntValue,
        { } there => Names.Percent(there.StringValue).Count == 0 && int.TryParse(there.StringValue.AsSpan()[..^1], out var number) ? number : 0,
    };

    public static void NonNegative(long? value, FieldPath path, ErrorList errors)
    {
        if (value is { } there)
        {
            Check.NonNegative(there, path, errors);
        }
    }

    /// <summary>Counts of a status: not negative.</summary>
    public static void Counts(FieldPath path, ErrorList errors, params ReadOnlySpan<(string Name, long Value)> counts)
    {
        foreach (var (name, value) in counts)
        {
            Check.NonNegative(value, path.Child(name), errors);
        }
    }

    /// <summary>Counts of a status: not more than another.</summary>
    public static void NotMoreThan(long limit, string words, FieldPath path, ErrorList errors, params ReadOnlySpan<(string Name, long Value)> counts)
    {
        foreach (var (name, value) in counts)
        {
            if (value > limit)
            {
                errors.Invalid(path.Child(name), value, words);
            }
        }
    }
}
