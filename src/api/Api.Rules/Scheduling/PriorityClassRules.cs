using Cybernetes.Api.Machinery;
using Cybernetes.Api.SchedulingV1;

namespace Cybernetes.Api.Rules;

/// <summary>Priority classes.</summary>
internal sealed class PriorityClassRules : KindRules<PriorityClass>
{
    private const string SystemPrefix = "system-";
    private const int HighestOfUsers = 1_000_000_000;

    protected override PriorityClass OnDefault(PriorityClass obj) => obj with { PreemptionPolicy = obj.PreemptionPolicy ?? "PreemptLowerPriority" };

    protected override PriorityClass OnCreate(PriorityClass obj, RequestFacts facts) => FirstGeneration(obj);

    protected override void Validate(PriorityClass obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        if (obj.Metadata.Name.StartsWith(SystemPrefix, StringComparison.Ordinal))
        {
            if (NotOfTheSystem(obj) is { } why)
            {
                errors.Forbidden(FieldPath.Of("metadata", "name"), $"priority class names with '{SystemPrefix}' prefix are reserved for system use only. error: {why}");
            }
        }
        else if (obj.Value > HighestOfUsers)
        {
            errors.Forbidden(FieldPath.Of("value"), $"maximum allowed value of a user defined priority is {HighestOfUsers}");
        }

        if (obj.PreemptionPolicy is { } policy)
        {
            Check.Supported(policy, FieldPath.Of("preemptionPolicy"), errors, "PreemptLowerPriority", "Never");
        }
    }

    protected override void ValidateUpdate(PriorityClass obj, PriorityClass old, ErrorList errors)
    {
        ValidateMetaUpdate(obj, old, errors);
        if (obj.Value != old.Value)
        {
            errors.Forbidden(FieldPath.Of("value"), "may not be changed in an update.");
        }

        Check.Unchanged(obj.PreemptionPolicy, old.PreemptionPolicy, FieldPath.Of("preemptionPolicy"), errors, value => value);
    }

    private static string? NotOfTheSystem(PriorityClass obj) => obj.Metadata.Name switch
    {
        "system-node-critical" => Unlike(obj, 2_000_001_000),
        "system-cluster-critical" => Unlike(obj, 2_000_000_000),
        var name => $"{name} is not a known system priority class",
    };

    private static string? Unlike(PriorityClass obj, int value) =>
        obj.Value != value ? $"value of {obj.Metadata.Name} PriorityClass must be {value}"
        : obj.GlobalDefault ? $"globalDefault of {obj.Metadata.Name} PriorityClass must be false"
        : null;
}
