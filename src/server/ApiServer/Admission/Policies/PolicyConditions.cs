using Cybernetes.Api.Machinery;
using Cybernetes.Api.Rules;

namespace Cybernetes.ApiServer.Admission.Policies;

/// <summary>Whether a policy's conditions hold. Pure.</summary>
internal static class PolicyConditions
{
    /// <summary>False where one does not hold; null, with the failure, where one fails and none is false.</summary>
    public static bool? Hold(IReadOnlyList<(string Name, CelExpression Expression)> conditions, PolicyNames names, out string failed)
    {
        failed = "";
        foreach (var (name, expression) in conditions)
        {
            try
            {
                if (expression.Compute(names.Find) is not true)
                {
                    return false;
                }
            }
            catch (CelException error)
            {
                failed = $"matchConditions[{GoText.Quote(name)}]: expression '{expression.Text}' resulted in error: {error.Message}";
            }
        }
        return failed.Length == 0 ? true : null;
    }
}
