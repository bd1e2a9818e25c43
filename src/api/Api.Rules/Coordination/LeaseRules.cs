using Cybernetes.Api.CoordinationV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Leases. Coordinated leader election is off, as it is by default: its fields are dropped.</summary>
internal sealed class LeaseRules : KindRules<Lease>
{
    public override bool AllowCreateOnUpdate => true;

    public override bool AllowUnconditionalUpdate => false;

    protected override Lease OnCreate(Lease obj, RequestFacts facts) => obj with { Spec = obj.Spec with { Strategy = null, PreferredHolder = null } };

    protected override Lease OnUpdate(Lease obj, Lease old, RequestFacts facts) =>
        old.Spec is { Strategy: null, PreferredHolder: null } ? OnCreate(obj, facts) : obj;

    protected override void Validate(Lease obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        Spec(obj.Spec, FieldPath.Of("spec"), errors);
    }

    protected override void ValidateUpdate(Lease obj, Lease old, ErrorList errors)
    {
        ValidateMetaUpdate(obj, old, errors);
        Spec(obj.Spec, FieldPath.Of("spec"), errors);
    }

    private static void Spec(LeaseSpec spec, FieldPath path, ErrorList errors)
    {
        if (spec.LeaseDurationSeconds is { } seconds and <= 0)
        {
            errors.Invalid(path.Child("leaseDurationSeconds"), seconds, "must be greater than 0");
        }

        if (spec.LeaseTransitions is { } transitions)
        {
            Check.NonNegative(transitions, path.Child("leaseTransitions"), errors);
        }
    }
}
