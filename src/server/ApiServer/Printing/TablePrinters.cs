using System.Collections.Frozen;
using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Printing.Kinds;

namespace Cybernetes.ApiServer.Printing;

/// <summary>The printers of all kinds. They print objects in the storage version; a kind without one shows its name and age.</summary>
public static class TablePrinters
{
    private static readonly FrozenDictionary<GroupKind, TablePrinter> _all =
        ((IEnumerable<(GroupKind Kind, TablePrinter Printer)>)
        [
            .. CorePrinters.All(), .. WorkloadPrinters.All(), .. NetworkPrinters.All(), .. AccessPrinters.All(), .. PolicyPrinters.All(), .. StoragePrinters.All(),
            (new GroupKind("autoscaling", "HorizontalPodAutoscaler"), new AutoscalerPrinter()),
        ]).ToFrozenDictionary(each => each.Kind, each => each.Printer);

    private static readonly TablePrinter _plain = new PlainPrinter();

    /// <summary>The printer of a kind.</summary>
    public static TablePrinter For(GroupKind kind) => _all.GetValueOrDefault(kind, _plain);

    private sealed class PlainPrinter : TablePrinter
    {
        private static readonly Column[] _columns = Parse("Name|Created At:date");

        public override IReadOnlyList<Column> Columns => _columns;

        public override Value[] Row(IObject value, DateTimeOffset now) => [value.Metadata.Name, Cells.Created(value)];
    }
}
