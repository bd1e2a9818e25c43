using Cybernetes.Api;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Registry;

namespace Cybernetes.ApiServer.Namespaces;

/// <summary>A namespace first becomes Terminating; it goes when what is in it is gone, which its finalizers tell.</summary>
internal sealed record NamespaceDeletePolicy : DeletePolicy
{
    public override DeletePlan PlanFor(IObject value, DeleteOptions options, DateTimeOffset now)
    {
        var current = (Namespace)value;
        if (current.Metadata.DeletionTimestamp is null)
        {
            return new DeletePlan(DeletePlanKind.Mark, current with
            {
                Metadata = current.Metadata with { DeletionTimestamp = now },
                Status = current.Status with { Phase = "Terminating" },
            });
        }

        return current.Spec.Finalizers.IsEmpty ? DeletePlan.Make(this, value, options, now) : new DeletePlan(DeletePlanKind.AlreadyGoing);
    }
}
