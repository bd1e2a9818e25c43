using Cybernetes.Api.Machinery;
using Cybernetes.Api.NodeV1;

namespace Cybernetes.Api.Rules;

/// <summary>Runtime classes.</summary>
internal sealed class RuntimeClassRules : KindRules<RuntimeClass>
{
    protected override void Validate(RuntimeClass obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        Rest(obj, errors);
    }

    protected override void ValidateUpdate(RuntimeClass obj, RuntimeClass old, ErrorList errors)
    {
        ValidateMetaUpdate(obj, old, errors);
        Rest(obj, errors);
        Check.Unchanged(obj.Handler, old.Handler, FieldPath.Of("handler"), errors, value => value);
    }

    private static void Rest(RuntimeClass obj, ErrorList errors)
    {
        var handler = FieldPath.Of("handler");
        if (obj.Handler.Length == 0)
        {
            errors.Required(handler);
        }
        else
        {
            Check.Label(obj.Handler, handler, errors);
        }

        if (obj.Overhead is { } overhead)
        {
            PodSpecRules.Requirements(new() { Limits = overhead.PodFixed }, ResourceNames.ContainerName, [], FieldPath.Of("overhead", "podFixed"), errors);
        }

        if (obj.Scheduling is { } scheduling)
        {
            var path = FieldPath.Of("scheduling");
            Check.Labels(scheduling.NodeSelector, path.Child("nodeSelector"), errors);
            Check.Tolerations(scheduling.Tolerations, path.Child("tolerations"), errors);
            for (var i = 1; i < scheduling.Tolerations.Count; i++)
            {
                if (scheduling.Tolerations.Take(i).Contains(scheduling.Tolerations[i]))
                {
                    errors.Duplicate(path.Child("tolerations").Index(i), GoDump.Of(scheduling.Tolerations[i]));
                }
            }
        }
    }
}
