using Cybernetes.Api;
using Cybernetes.Api.Machinery;

namespace Cybernetes.ApiServer.Printing;

/// <summary>How a kind's objects look as rows. Pure; safe for many threads.</summary>
public abstract class TablePrinter
{
    /// <summary>The columns.</summary>
    public abstract IReadOnlyList<Column> Columns { get; }

    /// <summary>The cells of one object's row.</summary>
    public abstract Value[] Row(IObject value, DateTimeOffset now);

    /// <summary>The row's conditions: what is special about the object; null for nothing.</summary>
    public virtual (string Reason, string Message)? Completed(IObject value) => null;

    /// <summary>A printer made of columns, written as <c>Name|Desired:integer|Containers*</c>, and a function.</summary>
    public static TablePrinter Of<T>(string columns, Func<T, DateTimeOffset, Value[]> row)
        where T : class, IObject<T> =>
        new Simple<T>(Parse(columns), row);

    /// <summary>Columns from their short form: a colon before the type, a star for those of <c>-o wide</c>.</summary>
    protected static Column[] Parse(string columns) =>
    [
        .. columns.Split('|').Select(text =>
        {
            var wide = text.EndsWith('*');
            var parts = (wide ? text[..^1] : text).Split(':');
            return new Column(parts[0], parts.Length > 1 ? parts[1] : "string", wide ? 1 : 0, parts[0] == "Name" ? "name" : "");
        }),
    ];

    private sealed class Simple<T>(Column[] columns, Func<T, DateTimeOffset, Value[]> row) : TablePrinter
        where T : class, IObject<T>
    {
        public override IReadOnlyList<Column> Columns => columns;

        public override Value[] Row(IObject value, DateTimeOffset now) => row((T)value, now);
    }
}
